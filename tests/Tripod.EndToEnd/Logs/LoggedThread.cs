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
}
