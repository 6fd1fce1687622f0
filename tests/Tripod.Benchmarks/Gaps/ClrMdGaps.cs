using Microsoft.Diagnostics.Runtime;

namespace Tripod.Benchmarks.Gaps;

/// <summary>Gaps while this process reads the stacks of the workload's threads through ClrMD: names only, no variables.</summary>
internal static class ClrMdGaps
{
    private const int ColdAttaches = 3;

    internal static IReadOnlyList<double> MeasureAttach(int count) =>
        Measure(count + ColdAttaches, pid => DataTarget.AttachToProcess(pid, suspend: true))[ColdAttaches..];

    internal static IReadOnlyList<double> MeasureSnapshot(int count) =>
        Measure(count + 1, DataTarget.CreateSnapshotAndAttach)[1..];

    private static double[] Measure(int count, Func<int, DataTarget> attach)
    {
        using WorkloadProcess target = WorkloadProcess.Plain();
        Window[] windows = new Window[count];
        for (int i = 0; i < count; i++)
        {
            windows[i] = Window.Around(() => ReadStacks(attach, target.Pid));
            Thread.Sleep(50); // apart from the next, so that a gap belongs to one window
        }
        IReadOnlyList<(long Start, long Length)> gaps = target.Gaps();
        return [.. windows.Select(window => window.LongestOf(gaps))];
    }

    private static void ReadStacks(Func<int, DataTarget> attach, int pid)
    {
        using DataTarget data = attach(pid);
        using ClrRuntime runtime = data.ClrVersions[0].CreateRuntime();
        int frames = runtime.Threads.Sum(thread => thread.EnumerateStackTrace().Count(frame => frame.Method?.Signature is not null));
        if (frames < 100)
            throw new InvalidOperationException($"ClrMD found {frames} frames: not what is to be compared");
    }
}
