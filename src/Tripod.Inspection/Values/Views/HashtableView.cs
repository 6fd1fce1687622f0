using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Hashtable: an empty bucket has no key, one whose entry was removed has the array of buckets itself (Hashtable.cs).</summary>
internal sealed class HashtableView : View
{
    private const int MostBuckets = 65_536;

    public override long? Count(Instance instance) => instance.TryRead("_count", out int count) && count >= 0 ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        Count(instance) is { } count && instance.TryElements("_buckets", out var buckets) && instance.TryRead("_buckets", out ulong array) &&
        instance.Reader.Types.Find(buckets.Type.MethodTable) is { } layout
            ? DictionaryView.Map(instance, count, Entries(instance.Reader, layout, buckets, array).Take(budget.Limits.Items), "key", "val", budget)
            : null;

    private static IEnumerable<Instance> Entries(ValueReader reader, TypeLayout layout, Elements buckets, ulong array)
    {
        for (int i = 0; i < Math.Min(buckets.Length, MostBuckets); i++)
        {
            var bucket = new Instance(reader, layout, buckets.Address(i));
            if (bucket.TryRead("key", out ulong key) && key != 0 && key != array)
                yield return bucket;
        }
    }
}
