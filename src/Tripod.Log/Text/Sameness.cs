using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Whether threads stand where they stood. Records compare their lists by identity, so lists are compared here.</summary>
internal static class Sameness
{
    /// <summary>The same frames at the same lines.</summary>
    public static bool OfFrames(ThreadStack a, ThreadStack b) =>
        a.Problem == b.Problem && a.Name == b.Name && a.OmittedFrames == b.OmittedFrames && All(a.Frames, b.Frames, OfPlace);

    /// <summary>The same frames at the same lines, and every argument and local has the same value.</summary>
    public static bool OfVariables(ThreadStack a, ThreadStack b) => OfFrames(a, b) && OfException(a.Exception, b.Exception) && OfStatics(a.Statics, b.Statics) && All(a.Frames, b.Frames, OfFrame);

    /// <summary>The same chains, as many of each, at the same awaits.</summary>
    public static bool OfChains(PendingWork a, PendingWork b) => OfChains(a, b, OfPlace);

    /// <summary>The same chains, and every argument and local has the same value.</summary>
    public static bool OfChainVariables(PendingWork a, PendingWork b) => OfChains(a, b, OfFrame);

    /// <summary>The same types, and every field has the same value.</summary>
    public static bool OfStatics(IReadOnlyList<TypeStatics> a, IReadOnlyList<TypeStatics> b) => All(a, b, OfType);

    private static bool OfType(TypeStatics a, TypeStatics b) =>
        a.Type == b.Type && a.HasFailed == b.HasFailed && a.Omitted == b.Omitted && All(a.Fields, b.Fields, OfVariable);

    private static bool OfChains(PendingWork a, PendingWork b, Func<Frame, Frame, bool> frames) =>
        a.Problem == b.Problem && a.OmittedKinds == b.OmittedKinds && All(a.Chains, b.Chains, (x, y) => OfChain(x, y, frames));

    private static bool OfChain(AsyncChain a, AsyncChain b, Func<Frame, Frame, bool> frames) =>
        a.Count == b.Count && a.WaitsFor == b.WaitsFor && a.Join == b.Join && a.OmittedFrames == b.OmittedFrames
        && a.BlockedThreads.SequenceEqual(b.BlockedThreads)
        && All(a.Frames, b.Frames, frames) && All(a.Branches, b.Branches, (x, y) => OfChain(x, y, frames));

    private static bool OfFrame(Frame a, Frame b) => OfPlace(a, b) && All(a.Arguments, b.Arguments, OfVariable) && All(a.Locals, b.Locals, OfVariable);

    private static bool OfException(Value? a, Value? b) => a is null || b is null ? ReferenceEquals(a, b) : OfValue(a, b);

    private static bool OfPlace(Frame a, Frame b) => a.Method == b.Method && a.Assembly == b.Assembly && a.Source == b.Source;

    private static bool OfVariable(Variable a, Variable b) => a.Name == b.Name && OfValue(a.Value, b.Value);

    private static bool OfValue(Value a, Value b) => (a, b) switch
    {
        (Sequence x, Sequence y) => x.Type == y.Type && x.Count == y.Count && All(x.Items, y.Items, OfValue),
        (Map x, Map y) => x.Type == y.Type && x.Count == y.Count &&
            All(x.Entries, y.Entries, static (p, q) => OfValue(p.Key, q.Key) && OfValue(p.Value, q.Value)),
        (Composite x, Composite y) => x.Type == y.Type && x.Omitted == y.Omitted &&
            All(x.Members, y.Members, static (p, q) => p.Name == q.Name && OfValue(p.Value, q.Value)),
        _ => a.Equals(b),
    };

    private static bool All<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> same)
    {
        if (a.Count != b.Count)
            return false;
        for (int i = 0; i < a.Count; i++)
            if (!same(a[i], b[i]))
                return false;
        return true;
    }
}
