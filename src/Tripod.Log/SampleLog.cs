using Tripod.Log.Append;
using Tripod.Log.Bounds;
using Tripod.Log.Rotation;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log;

/// <summary>
/// Appends entries to a log that <see cref="LogFile.Create"/> made. Nothing that happens to the file is thrown: entries
/// that cannot be written are counted, and as soon as one can be, the log says before it what was lost.
/// A log that was moved is followed. One that was deleted is not made anew; if a private log stands at its place
/// (an editor saves so), that one is continued.
/// </summary>
/// <param name="path">The log's path.</param>
/// <param name="limits">How much is written at most; null for the defaults.</param>
public sealed class SampleLog(string path, Limits? limits = null) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly EntryFormat _format = EntryFormat.Of(path);
    private readonly LogRotation _rotation = new(path, limits ?? new Limits());
    private readonly SampleBound _bound = new((limits ?? new Limits()).Bytes);
    private Appender? _appender;
    private LogState _state = LogState.Empty;
    private Losses? _losses;
    private string? _runtime;
    private bool _isDisposed;

    /// <summary>Why the last entry that was lost was lost; null if none ever was.</summary>
    public string? LastError { get; private set; }

    /// <summary>Entries lost so far.</summary>
    public long LostEntries { get; private set; }

    /// <summary>
    /// Number of the sample at the log's end that another writer has left without its own end; null if there is none. To be
    /// asked before anything is written.
    /// </summary>
    public long? FindUnfinished()
    {
        lock (_gate)
            return _isDisposed || Open() is not null ? null : _appender!.UnfinishedSample;
    }

    /// <summary>Appends an entry: when this returns it is in the file, or counted as lost. From any thread; after Dispose nothing is done.</summary>
    public void Write(LogEntry entry)
    {
        lock (_gate)
        {
            if (_isDisposed || TellLosses() && TryAppend(entry))
                return;
            _losses = Losses.Add(_losses, entry, LastError ?? "unknown reason");
            LostEntries++;
        }
    }

    /// <summary>Closes the log.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
                return;
            TellLosses();
            _isDisposed = true;
            _appender?.Dispose();
        }
    }

    private bool TellLosses()
    {
        if (_losses is null)
            return true;
        if (!TryAppend(_losses.ToNote()))
            return false;
        _losses = null;
        return true;
    }

    private bool TryAppend(LogEntry entry)
    {
        string? error = Open() ?? Rotate(entry.Time) ?? Append(entry);
        _state = error is null ? _state : _state.AfterLoss();
        LastError = error ?? LastError;
        return error is null;
    }

    private string? Append(LogEntry entry)
    {
        string? error = _appender!.Append(entry, _state, _bound.RoomFor(entry), out bool isTooLong);
        if (isTooLong)
        {
            entry = _bound.Fit(entry, _format.Sizes(_state));
            error = _appender.Append(entry, _state, long.MaxValue, out _);
        }
        if (error is not null)
            return error;
        _bound.Took(entry, _appender.Written);
        _state = _state.After(entry);
        _runtime = (entry as CollectorStarted)?.Runtime ?? _runtime;
        return null;
    }

    // Between samples only, and what comes then is told in full: each file can be read by itself.
    private string? Rotate(DateTimeOffset time)
    {
        if (_state.Open is not null || !_rotation.IsFull(_appender!.Length))
            return null;
        if (_rotation.TryRotate(_appender, _runtime, out string? note))
            Close();
        return Open() ?? (note is null ? null : Append(new Note(time, note)));
    }

    private string? Open()
    {
        if (_appender is { IsDeleted: false })
            return null;
        Close();
        try
        {
            _appender = new Appender(path, _format);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TripodException)
        {
            return e.Message;
        }
    }

    private void Close()
    {
        _appender?.Dispose();
        _appender = null;
        _state = LogState.Empty;
    }
}
