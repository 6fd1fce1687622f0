using System.Globalization;

namespace Workload;

/// <summary>
/// The process that the benchmark measures: 25 managed threads (this one, a spinning victim, 23 that wait below some
/// frames with variables) and a heap of 10 MB. Commands on standard input: <c>gaps</c>, <c>end</c>.
/// </summary>
internal static class Program
{
    private const int WaitingThreads = 23;
    private const int HeapMegabytes = 10;

    private static int Main(string[] args)
    {
        List<byte[]> heap = Ballast.Fill(HeapMegabytes);
        Waiters.Start(args.Contains("idle") ? WaitingThreads + 1 : WaitingThreads);
        Victim? victim = args.Contains("idle") ? null : Victim.Start();
        Handshake.Reached();
        while (Console.In.ReadLine() is { } command and not "end")
            if (command == "gaps" && victim is not null)
                Print(victim);
        GC.KeepAlive(heap);
        return 0;
    }

    private static void Print(Victim victim)
    {
        foreach ((long start, long length) in victim.Gaps())
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gap {start} {length}"));
        Handshake.Reached("gaps end");
    }
}
