using System.Globalization;

namespace Workload;

/// <summary>
/// The process that the benchmark measures: 25 managed threads, or <c>threads=N</c> (this one, a spinning victim unless
/// it is <c>idle</c>, and others that wait below some frames with variables), and a heap of 10 MB, with <c>small=N</c>
/// N MB more of small objects, and with <c>tasks=N</c> N pending async calls. Commands on standard input: <c>gaps</c>,
/// <c>end</c>, and <c>on</c> to live longer than a target does.
/// </summary>
internal static class Program
{
    private const string ThreadsOption = "threads=", SmallOption = "small=", TasksOption = "tasks=";
    private const int UsualThreads = 25;
    private const int HeapMegabytes = 10;

    private static int Main(string[] args)
    {
        List<byte[]> heap = Ballast.Fill(HeapMegabytes);
        SmallObject? objects = SmallObject.Fill(Number(args, SmallOption, 0));
        Task<int>[] calls = Calls.Start(Number(args, TasksOption, 0));
        int others = Number(args, ThreadsOption, UsualThreads) - 1;
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
        GC.KeepAlive(objects);
        GC.KeepAlive(calls);
        return 0;
    }

    private static int Number(string[] args, string name, int usual) =>
        Array.Find(args, arg => arg.StartsWith(name, StringComparison.Ordinal)) is { } option
            ? int.Parse(option.AsSpan(name.Length), CultureInfo.InvariantCulture)
            : usual;

    private static void Print(Victim victim)
    {
        foreach ((long start, long length) in victim.Gaps())
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gap {start} {length}"));
        Handshake.Reached("gaps end");
    }
}
