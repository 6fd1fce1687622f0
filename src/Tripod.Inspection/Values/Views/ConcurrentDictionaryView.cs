using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ConcurrentDictionary: buckets of linked nodes, and a count for each lock (ConcurrentDictionary.cs).</summary>
internal sealed class ConcurrentDictionaryView : View
{
    private const int MostBuckets = 4096;

    public override long? Count(Instance instance)
    {
        if (!instance.TryObject("_tables", out var tables) || !tables.TryElements("_countPerLock", out var counts) || counts.Stride != sizeof(int))
            return null;
        long sum = 0;
        for (int i = 0; i < Math.Min(counts.Length, MostBuckets); i++)
        {
            if (!instance.Reader.Memory.Read(counts.Address(i), out int count) || count < 0)
                return null;
            sum += count;
        }
        return sum;
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        Count(instance) is { } count && instance.TryObject("_tables", out var tables) && tables.TryElements("_buckets", out var buckets)
            ? DictionaryView.Map(instance, count, Nodes(instance.Reader, buckets, (int)Math.Min(count, budget.Limits.Items)), "_key", "_value", budget)
            : null;

    private static IEnumerable<Instance> Nodes(ValueReader reader, Elements buckets, int most)
    {
        int found = 0;
        for (int i = 0; i < Math.Min(buckets.Length, MostBuckets); i++)
        {
            // a bucket is a struct of one reference, or in older runtimes the reference itself
            if (!reader.Memory.Read(buckets.Address(i), out ulong node))
                yield break;
            while (node != 0 && found < most && reader.TryType(node, out var layout))
            {
                var instance = new Instance(reader, layout, node + ValueReader.HeaderSize);
                found++;
                yield return instance;
                if (!instance.TryRead("_next", out node))
                    yield break;
            }
        }
    }
}
