using System.Globalization;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Tells how long a thread was to wait at most, if the arguments of the framework's frames tell: optimised code rarely
/// keeps them. Only methods that pass on their caller's limit as it is are asked, never those that count it down.
/// </summary>
internal static class WaitLimits
{
    private const string Space = "System.Threading.";
    private const string Parameter = "millisecondsTimeout";

    // the one hands its limit on to the other as it is (CountdownEvent.cs)
    private const string Countdown = Space + "CountdownEvent", Event = Space + "ManualResetEventSlim";

    // types whose methods hand the limit from one to the other unchanged (Task.cs, ManualResetEventSlim.cs, …)
    private static readonly HashSet<string> Types =
    [
        Space + "Thread", Space + "Monitor", Space + "WaitHandle", Space + "SemaphoreSlim", Event, Countdown, Space + "Tasks.Task",
    ];

    /// <summary>The limit; null if there is none, or if it is not known.</summary>
    /// <param name="thread">The thread with its variables.</param>
    /// <param name="walked">The same with what is known of its frames, the newest first.</param>
    public static TimeSpan? Find(ThreadStack thread, List<WalkedFrame> walked)
    {
        if (thread.WaitingIn is null)
            return null;
        int count = walked.FindIndex(frame => !frame.Point.IsFramework);
        string? called = null;
        foreach (Frame frame in count <= 0 ? [] : thread.Frames.Skip(thread.Frames.Count - count))
        {
            string type = frame.Method[..Math.Max(0, frame.Method.LastIndexOf('.'))];
            if (!Types.Contains(type) || (called ??= type) != type && (called, type) is not (Countdown, Event))
                return null; // another's wait, by which the one that was called keeps its own time
            if (frame.Arguments.FirstOrDefault(argument => argument.Name == Parameter)?.Value is Scalar value
                && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int milliseconds))
                return milliseconds < 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
        }
        return null;
    }
}
