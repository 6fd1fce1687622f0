using System.Globalization;

namespace Workload;

/// <summary>
/// The process that the benchmark measures: 25 managed threads, or <c>threads=N</c> (this one, a spinning victim unless
/// it is <c>idle</c>, and others that wait below some frames with variables), and a heap of 10 MB. Commands on standard
/// input: <c>gaps</c>, <c>end</c>, and <c>on</c> to live longer than a target does.
/// </summary>
internal static class Program
{
    private const string ThreadsOption = "threads=";
    private const int UsualThreads = 25;
    private const int HeapMegabytes = 10;

    private static int Main(string[] args)
    {
        List<byte[]> heap = Ballast.Fill(HeapMegabytes);
        int others = Threads(args) - 1;
        bool isIdle = args.Contains("idle");
        Waiters.Start(isIdle ? others : others - 1);
        Victim? victim = isIdle ? null : Victim.Start();
        Handshake.Reached();
        while (Console.In.ReadLine() is { } command and not "end")
            if (command == "gaps" && victim is not null)
                Print(victim);
            else
                Handshake.Reached(command);
        GC.KeepAlive(heap);
        return 0;
    }

    private static int Threads(string[] args) =>
        Array.Find(args, arg => arg.StartsWith(ThreadsOption, StringComparison.Ordinal)) is { } option
            ? int.Parse(option.AsSpan(ThreadsOption.Length), CultureInfo.InvariantCulture)
            : UsualThreads;

    private static void Print(Victim victim)
    {
        foreach ((long start, long length) in victim.Gaps())
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gap {start} {length}"));
        Handshake.Reached("gaps end");
    }
}
