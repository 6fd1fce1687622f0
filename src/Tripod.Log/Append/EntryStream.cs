using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tripod.Log.Append;

/// <summary>
/// The file under Serilog's sink. An entry is appended whole or not at all: a failed write takes back what was
/// written of it, and nothing is thrown into the sink, whose writer would keep half of it.
/// </summary>
internal sealed class EntryStream(FileStream file) : Stream
{
    private const int BufferSize = 64 * 1024;

    // Written by position, beside the FileStream: its own buffer would keep what could not be written.
    private readonly SafeFileHandle _handle = file.SafeFileHandle;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _buffered;
    private long _start;
    private long _position;
    private string _before = "";
    private Exception? _error;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The open file.</summary>
    public SafeFileHandle Handle => _handle;

    /// <summary>Bytes of the entry so far.</summary>
    public long Written => _position + _buffered - _start;

    /// <summary>Sets the next entry apart from what another writer left.</summary>
    public void Separate(string before) => _before = before;

    /// <summary>Starts an entry at the end of the file, wherever that is by now: somebody may have truncated it.</summary>
    public void Begin()
    {
        _error = null;
        _buffered = 0;
        Try(() => _start = _position = RandomAccess.GetLength(_handle));
        Write(Encoding.ASCII.GetBytes(_before));
    }

    /// <summary>Ends an entry; what it wrote is in the file.</summary>
    /// <returns>Why nothing of it is; null if it is.</returns>
    public Exception? End()
    {
        Flush();
        if (_error is null)
            _before = "";
        else
            TakeBack();
        return _error;
    }

    /// <summary>Gives the entry up.</summary>
    public void Fail(Exception error) => _error ??= error;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_buffered == BufferSize)
                Flush();
            int count = Math.Min(bytes.Length, BufferSize - _buffered);
            bytes[..count].CopyTo(_buffer.AsSpan(_buffered));
            bytes = bytes[count..];
            _buffered += count;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (_buffered > 0)
            Try(() => RandomAccess.Write(_handle, _buffer.AsSpan(0, _buffered), _position));
        _position += _buffered;
        _buffered = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    // If not even this is possible, the next entry at least begins on a line of its own.
    private void TakeBack()
    {
        try
        {
            if (RandomAccess.GetLength(_handle) > _start)
                RandomAccess.SetLength(_handle, _start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _before = _before.StartsWith('\n') ? _before : "\n" + _before;
        }
    }

    private void Try(Action write)
    {
        if (_error is not null)
            return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _error = e;
        }
    }
}
