using Tripod.Log.Append;
using Tripod.Log.Bounds;
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
    private readonly SampleBound _bound = new((limits ?? new Limits()).Bytes);
    private Appender? _appender;
    private LogState _state = LogState.Empty;
    private Losses? _losses;
    private bool _isDisposed;

    /// <summary>Why the last entry that was lost was lost; null if none ever was.</summary>
    public string? LastError { get; private set; }

    /// <summary>Entries lost so far.</summary>
    public long LostEntries { get; private set; }

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
        string? error = Open();
        if (error is null)
        {
            entry = _bound.Fit(entry, new TextSizes(_state));
            error = _appender!.Append(entry, _state);
        }
        if (error is null)
            _bound.Took(entry, _appender!.Written);
        _state = error is null ? _state.After(entry) : _state.AfterLoss();
        LastError = error ?? LastError;
        return error is null;
    }

    private string? Open()
    {
        if (_appender is { IsDeleted: false })
            return null;
        _appender?.Dispose();
        _appender = null;
        _state = LogState.Empty;
        try
        {
            _appender = new Appender(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TripodException)
        {
            return e.Message;
        }
    }
}
