namespace Tripod.EndToEnd.Logs;

/// <summary>A thread as the log shows it in one part of a sample.</summary>
/// <param name="ManagedId">Managed thread id.</param>
/// <param name="Name">The name that the target gave it; null if none.</param>
/// <param name="Heading">The line above its frames.</param>
/// <param name="Frames">Oldest first. Those of an earlier sample if the log says that nothing has changed since.</param>
internal sealed record LoggedThread(int ManagedId, string? Name, string Heading, IReadOnlyList<LoggedFrame> Frames)
{
    /// <summary>The newest frame; null if there are none.</summary>
    internal LoggedFrame? Top => Frames.Count == 0 ? null : Frames[^1];

    /// <summary>
    /// Whether the thread ran and the log says honestly that it could not be stopped in the time allowed: on a machine
    /// with more work than processors it was not given one to stop on.
    /// </summary>
    internal bool WasNotStopped => Heading.EndsWith("it did not stop in time", StringComparison.Ordinal);
}
