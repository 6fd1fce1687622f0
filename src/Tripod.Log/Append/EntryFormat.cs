using Microsoft.Win32.SafeHandles;
using Tripod.Log.Bounds;
using Tripod.Log.Json;
using Tripod.Log.Text;

namespace Tripod.Log.Append;

/// <summary>What a log's format does with entries. The ending of a log's name tells which format it has.</summary>
internal abstract class EntryFormat
{
    /// <summary>The format of the log at a path.</summary>
    public static EntryFormat Of(string path) =>
        path.EndsWith(JsonFormat.NameEnding, StringComparison.Ordinal) ? new JsonFormat() : new TextFormat();

    /// <inheritdoc cref="Of(string)"/>
    public static EntryFormat Of(LogFormat format) => format == LogFormat.Json ? new JsonFormat() : new TextFormat();

    /// <summary>What names of logs end in.</summary>
    public abstract string Ending { get; }

    /// <summary>The top of a log.</summary>
    public abstract string Header(RunHeader header);

    /// <summary>Reads the top of a log.</summary>
    /// <param name="start">The file's beginning.</param>
    /// <param name="header">The whole header; empty if its end is not found.</param>
    /// <returns>False if that is no log of this format and version.</returns>
    public abstract bool TryReadHeader(ReadOnlySpan<byte> start, out ReadOnlySpan<byte> header);

    /// <summary>
    /// What must come before the next entry to set it apart from what another writer left: half a sample, perhaps half
    /// a line.
    /// </summary>
    /// <param name="end">The file's last bytes.</param>
    /// <param name="dropsLine">The half line must go.</param>
    public abstract string Separation(ReadOnlySpan<byte> end, out bool dropsLine);

    /// <summary>Number of the sample at the end of a log whose own end is missing; null if there is none.</summary>
    public abstract long? UnfinishedSample(SafeFileHandle log);

    /// <summary>Prints an entry.</summary>
    public abstract void Write(TextWriter output, LogEntry entry, LogState state);

    /// <summary>What the parts of a sample take.</summary>
    public abstract IPartSizes Sizes(LogState state);
}
