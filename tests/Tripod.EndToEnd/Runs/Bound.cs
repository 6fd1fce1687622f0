using System.Diagnostics;

namespace Tripod.EndToEnd.Runs;

/// <summary>Waiting for what a process will do. The bound only ends a test that has failed; no test depends on its length.</summary>
internal static class Bound
{
    /// <summary>Generous: the machine may be busy with other builds and tests.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until there is an answer, or <paramref name="over"/> says that none can come any more.</summary>
    /// <exception cref="TimeoutException">No answer came; the message tells <paramref name="what"/> and <paramref name="evidence"/>.</exception>
    internal static async Task<T> Until<T>(Func<T?> ask, string what, Func<string>? evidence = null, Func<bool>? over = null)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            bool last = over?.Invoke() ?? false;
            if (ask() is { } answer)
                return answer;
            if (last)
                break;
            await Task.Delay(Step, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"waited {watch.Elapsed.TotalSeconds:F1} s in vain for {what}\n{evidence?.Invoke()}");
    }

    internal static async Task Until(Func<bool> holds, string what, Func<string>? evidence = null) =>
        await Until(() => holds() ? "yes" : null, what, evidence);
}
