using Tripod.EndToEnd.Runs;

namespace Tripod.Benchmarks.StartUp;

/// <summary>
/// From the command to the end of a target that does next to nothing. The commands take turns, so that a busy machine
/// is equally busy for all of them.
/// </summary>
internal static class StartUpBenchmark
{
    internal const string Command = "startup";

    private const int Rounds = 21;

    /// <summary>Measures the installed command, which is compiled beforehand; another one than that on PATH if it is given.</summary>
    internal static int Run(string[] arguments)
    {
        Report.Machine();
        List<Figure> figures = [.. Measure(arguments is [var given, ..] ? Path.GetFullPath(given) : "tripod")];
        Report.Figures(figures);
        return figures.TrueForAll(figure => figure.IsReached) ? 0 : 1;
    }

    private static IEnumerable<Figure> Measure(string tripod)
    {
        using var work = new WorkFolder();
        Start[] starts = Starts(tripod, work);
        foreach (Start start in starts)
            start.Once(work.Folder); // disk caches, the cache of scripts, and the SDK's build
        for (int round = 0; round < Rounds; round++)
            foreach (Start start in starts)
                start.Measure(work.Folder);

        Print(starts);
        double cached = starts[4].Wall.Median;
        yield return new Figure("a program under Tripod, above a program alone (median)", starts[1].Wall.Median - starts[0].Wall.Median, 45, "ms");
        yield return new Figure("a script compiled before (median)", cached, 100, "ms");
        yield return new Figure("the same as a share of 'dotnet run' of a file built before", cached / starts[3].Wall.Median, 1, "");
        yield return new Figure("a script of 100 lines, cold (median)", starts[5].Wall.Median, 900, "ms");
        yield return new Figure("a script that loads 20 files, cold (median)", starts[6].Wall.Median, 1200, "ms");
    }

    private static Start[] Starts(string tripod, WorkFolder work)
    {
        return
        [
            new("dotnet hello.dll", [Artifacts.Dotnet, work.Program]),
            new("tripod run hello.dll", [tripod, "run", work.Program]),
            new("tripod run hello.dll, not sampled", [tripod, "run", "--enabled", "0", work.Program]),
            new("dotnet run hello.cs, built before", [Artifacts.Dotnet, "run", work.FileBasedApp]),
            new("tripod run hello.csx, compiled before", [tripod, "run", work.Script]),
            new("tripod run lines.csx, 100 lines, cold", [tripod, "run", "--no-cache", work.LongScript]),
            new("tripod run loads.csx, 20 files, cold", [tripod, "run", "--no-cache", work.LoadingScript]),
        ];
    }

    private static void Print(Start[] starts)
    {
        Report.Head("From the command to the end of the target", "ms");
        foreach (Start start in starts)
            Report.Row(start.Name, start.Wall);
        Report.Head("Processor time of the same", "ms");
        foreach (Start start in starts)
            Report.Row(start.Name, start.Processor);
    }
}
