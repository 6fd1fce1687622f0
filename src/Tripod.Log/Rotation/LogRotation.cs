using Tripod.Log.Append;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Rotation;

/// <summary>Gives a log a new file when the current one is full, and says so.</summary>
internal sealed class LogRotation(string path, Limits limits)
{
    private const long Megabyte = 1_000_000;

    private readonly OldLogs _old = new(path, limits.Files);
    private string? _told;

    /// <summary>Whether a file of this length is full.</summary>
    public bool IsFull(long length) => limits.FileSize > 0 && length >= limits.FileSize * Megabyte;

    /// <summary>Puts a new file in the place of the current one; who goes on must open the path anew.</summary>
    /// <param name="current">The file that is written to.</param>
    /// <param name="runtime">The target's runtime, which each file tells; null as long as it is not known.</param>
    /// <param name="note">What the log has to say about it; null if that has been said.</param>
    /// <returns>False if the current file must be continued.</returns>
    public bool TryRotate(Appender current, string? runtime, out string? note)
    {
        bool removes = _old.IsFull;
        string? error = Obstacle(current) ?? _old.Rotate(current.Header);
        note = error is null ? Begin(removes, runtime) : $"the log has reached {Size} (TRIPOD_MAX_FILE_SIZE) and grows on: {error}";
        if (note == _told)
            note = null; // once for each reason
        _told = error is null ? null : note ?? _told;
        return error is null;
    }

    private string? Obstacle(Appender current) =>
        !current.IsAt(path) ? "it is no longer where it was created"
        : current.Header.Length == 0 ? "the end of its header is not found"
        : null;

    private string Begin(bool removes, string? runtime)
    {
        string before = limits.Files > 1 ? "this goes on from the file before, which has reached" : "the file before was removed, as it had reached";
        string text = $"{before} {Size} (TRIPOD_MAX_FILE_SIZE)";
        if (removes && limits.Files > 1)
            text += $"; the oldest of {Terms.Count(limits.Files, "file")} was removed (TRIPOD_MAX_FILES)";
        return runtime is null ? text : $"{text}; {runtime}";
    }

    private string Size => $"{Terms.Number(limits.FileSize)} MB";
}
