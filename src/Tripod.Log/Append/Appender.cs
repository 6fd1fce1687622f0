using Serilog;
using Serilog.Core;
using Tripod.Log.Native;
using Tripod.Log.Text;

namespace Tripod.Log.Append;

/// <summary>An open log: one file, one sink of Serilog's.</summary>
internal sealed class Appender : IDisposable
{
    private readonly EntryFormat _format;
    private readonly string _path;
    private readonly string _descriptor;
    private readonly Logger _logger;
    private readonly EntryStream _stream;
    private readonly byte[] _header;

    /// <summary>Opens an existing log; never creates one.</summary>
    /// <exception cref="Tripod.Samples.TripodException">It is not there, or not to be trusted.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public Appender(string path, EntryFormat format)
    {
        using var file = ExistingLog.Open(path, format, out _header);
        _format = format;
        _path = path;
        _descriptor = $"/proc/self/fd/{file.DangerousGetHandle()}";
        EntryStream? stream = null;
        // Audit: exceptions come to us instead of the process-wide SelfLog, and there is no limit of 1 GB.
        // By way of the descriptor: the sink would create a file that is not there (0644), and follow a link.
        _logger = new LoggerConfiguration()
            .AuditTo.File(new EntryFormatter(() => stream!), _descriptor, hooks: new StreamHook(opened => stream = opened))
            .CreateLogger();
        _stream = stream!; // AuditTo.File has opened its file, or has thrown
        UnfinishedSample = format.UnfinishedSample(file);
        _stream.Separate(format.Separation(ExistingLog.End(file), out bool dropsLine));
        if (dropsLine)
            RandomAccess.SetLength(_stream.Handle, ExistingLog.LengthOfLines(file));
    }

    /// <summary>The file has no name any more: what is appended will be gone with this process.</summary>
    public bool IsDeleted => SysStat.Fstat(_stream.Handle) is { stx_nlink: 0 };

    /// <summary>Number of the sample at the log's end that had no end when this was opened; null if there was none.</summary>
    public long? UnfinishedSample { get; }

    /// <summary>What stands at the log's top, up to its first entry.</summary>
    public byte[] Header => _header;

    /// <summary>Bytes of the log.</summary>
    public long Length => RandomAccess.GetLength(_stream.Handle);

    /// <summary>Bytes of the last entry.</summary>
    public long Written => _stream.Written;

    /// <summary>Whether the file stands at a path.</summary>
    public bool IsAt(string path) =>
        SysStat.Lstat(path) is { } found && SysStat.Fstat(_stream.Handle) is { } own && own.IsSameAs(found);

    /// <summary>Appends an entry and hands it to the kernel.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="state">What went before.</param>
    /// <param name="room">Bytes that it may have.</param>
    /// <param name="isTooLong">It has more, so nothing of it is in the log.</param>
    /// <returns>Why nothing of it is in the log; null if it is.</returns>
    public string? Append(LogEntry entry, LogState state, long room, out bool isTooLong)
    {
        _stream.Begin(room);
        _logger.Write(EntryValue.Event(entry, state, _format));
        var error = _stream.End();
        isTooLong = error is EntryTooLongException;
        return error?.Message.Replace(_descriptor, _path, StringComparison.Ordinal);
    }

    public void Dispose() => _logger.Dispose();
}
