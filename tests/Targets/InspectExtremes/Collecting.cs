namespace InspectExtremes;

/// <summary>A thread that waits with values in hand, while another one does little but collect garbage.</summary>
internal static class Collecting
{
    private const int Links = 300_000;

    internal static void Hold()
    {
        Link chain = Link.Chain(Links);
        string text = new('t', 3);
        int number = 42;
        int[] numbers = [1, 2, 3];
        Link link = new() { Number = 7 };
        Handshake.Reached();
        new Thread(Collect) { IsBackground = true, Name = "collecting" }.Start();
        Handshake.WaitForWord();
        GC.KeepAlive((chain, text, number, numbers, link));
    }

    private static void Collect()
    {
        // a moment between, for the thread that is to come to its wait
        for (; ; Thread.Sleep(1))
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
    }
}
