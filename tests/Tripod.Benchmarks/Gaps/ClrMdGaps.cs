using System.Diagnostics;
using Tripod.EndToEnd.Runs;

namespace Tripod.Benchmarks.Gaps;

/// <summary>Gaps while another process reads the workload's stacks through ClrMD.</summary>
internal static class ClrMdGaps
{
    private const int ColdAttaches = 3;
    private const int ColdSnapshots = 1;

    internal static Statistics MeasureAttach(int count) => Measure(ClrMdReader.Attach, ColdAttaches, count);

    internal static Statistics MeasureSnapshot(int count) => Measure(ClrMdReader.Snapshot, ColdSnapshots, count);

    private static Statistics Measure(string way, int cold, int count)
    {
        using WorkloadProcess target = WorkloadProcess.Plain();
        IReadOnlyList<Window> windows = Read(ClrMdReader.Command(way, target.Pid, cold + count));
        IReadOnlyList<(long Start, long Length)> gaps = target.Gaps();
        return new Statistics(windows.Skip(cold).Select(window => window.LongestOf(gaps)));
    }

    private static IReadOnlyList<Window> Read(string[] command)
    {
        using Process reader = Process.Start(new ProcessStartInfo(Artifacts.Dotnet, command) { RedirectStandardOutput = true })!;
        string[] lines = reader.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        reader.WaitForExit();
        return reader.ExitCode == 0
            ? [.. lines.Select(Window.Parse)]
            : throw new InvalidOperationException($"ClrMD failed, exit code {reader.ExitCode}");
    }
}
