namespace InspectExtremes;

/// <summary>Objects that lead on for ever, or nearly.</summary>
internal static class Graphs
{
    private const int Levels = 10_000;
    private const int Doublings = 60;

    internal static void Hold()
    {
        Link deep = Link.Chain(Levels);
        Link ring = new() { Number = 1 };
        ring.Next = new Link { Number = 2, Next = ring };
        object[] itself = new object[2];
        itself[0] = itself;
        itself[1] = 5;
        List<object> list = [];
        list.Add(list);
        Dictionary<string, object> map = [];
        map["me"] = map;
        // two ways to each next level: 2 to the power of 60 ways to the last
        object[] doubling = [1, 1];
        for (int i = 0; i < Doublings; i++)
            doubling = [doubling, doubling];
        int after = 17;
        Handshake.Reached();
        Handshake.WaitForWord();
        GC.KeepAlive((deep, ring, itself, list, map, doubling, after));
    }
}
