namespace TypeLoads;

/// <summary>Each instantiation has variables of types that are loaded for it alone, and leads to further ones.</summary>
internal sealed class Visitor<TFirst, TSecond> : IVisitor
{
    public void Visit(int depth)
    {
        Pair<TFirst, TSecond> pair = default;
        List<Pair<TSecond, TFirst>> pairs = [];
        Dictionary<int, Pair<TFirst, TSecond>> map = [];
        if (depth > 0)
            new Visitor<Pair<TFirst, TSecond>, TSecond>().Visit(depth - 1);
        GC.KeepAlive((pair, pairs, map));
    }
}
