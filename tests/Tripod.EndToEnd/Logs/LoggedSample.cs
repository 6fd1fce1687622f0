namespace Tripod.EndToEnd.Logs;

/// <summary>A complete sample of a log.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Time">When it was taken.</param>
/// <param name="Pause">For how long the target was paused.</param>
/// <param name="Duration">How long the sample took.</param>
/// <param name="Brief">Threads without variables.</param>
/// <param name="Full">Threads with variables.</param>
/// <param name="Text">The sample's lines as they are.</param>
internal sealed record LoggedSample(
    long Number,
    DateTimeOffset Time,
    TimeSpan Pause,
    TimeSpan Duration,
    IReadOnlyList<LoggedThread> Brief,
    IReadOnlyList<LoggedThread> Full,
    string Text)
{
    private const int MainManagedId = 1;

    /// <summary>The thread that runs Main, with variables if they were read.</summary>
    internal LoggedThread Main => All.First(thread => thread.ManagedId == MainManagedId);

    // a thread whose frames are not known is in the brief part alone
    private IEnumerable<LoggedThread> All => Full.Concat(Brief);

    /// <summary>A thread by its name, with variables if they were read; null if there is none.</summary>
    internal LoggedThread? TryThread(string name) => All.FirstOrDefault(thread => thread.Name == name);

    internal LoggedThread Thread(string name) =>
        TryThread(name) ?? throw new InvalidOperationException($"no thread \"{name}\" in:\n{Text}");
}
