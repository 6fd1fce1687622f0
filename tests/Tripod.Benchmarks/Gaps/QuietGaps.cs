namespace Tripod.Benchmarks.Gaps;

/// <summary>What the machine itself takes from the victim while nobody samples: the floor of every other figure.</summary>
internal static class QuietGaps
{
    private const int WindowMilliseconds = 50;

    internal static IReadOnlyList<double> Measure(int count)
    {
        using WorkloadProcess target = WorkloadProcess.Plain();
        Window[] windows = [.. Enumerable.Range(0, count).Select(_ => Window.Around(() => Thread.Sleep(WindowMilliseconds)))];
        IReadOnlyList<(long Start, long Length)> gaps = target.Gaps();
        return [.. windows.Select(window => window.LongestOf(gaps))];
    }
}
