using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Tripod.Log.Append;

/// <summary>
/// The file under Serilog's sink. An entry is kept until its end and appended whole or not at all: one that is too long
/// has never been seen by those who follow the file, and a failed write takes back what was written of it.
/// </summary>
internal sealed class EntryStream(FileStream file) : Stream
{
    private const int BufferSize = 64 * 1024;
    private const int LargestKept = 1024 * 1024;

    // Written by position, beside the FileStream: its own buffer would keep what could not be written.
    private readonly SafeFileHandle _handle = file.SafeFileHandle;
    private byte[] _buffer = new byte[BufferSize];
    private int _length;
    private long _room;
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
    public long Written => _length;

    /// <summary>Sets the next entry apart from what another writer left.</summary>
    public void Separate(string before) => _before = before;

    /// <summary>Starts an entry.</summary>
    /// <param name="room">Bytes that it may have.</param>
    public void Begin(long room)
    {
        _error = null;
        _length = 0;
        _room = long.MaxValue;
        Write(Encoding.ASCII.GetBytes(_before));
        _room = Math.Min(room, Array.MaxLength);
    }

    /// <summary>Ends an entry; what it wrote is in the file.</summary>
    /// <returns>Why nothing of it is; null if it is.</returns>
    public Exception? End()
    {
        if (_error is null)
            Append();
        if (_error is null)
            _before = "";
        if (_buffer.Length > LargestKept)
            _buffer = new byte[BufferSize];
        return _error;
    }

    /// <summary>Gives the entry up.</summary>
    public void Fail(Exception error) => _error ??= error;

    /// <exception cref="EntryTooLongException">There is no room; thrown once for an entry, to whoever prints it.</exception>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        if (_error is not null)
            return; // what was given up is printed no further
        if (_length + (long)bytes.Length > _room)
            throw _error = new EntryTooLongException();
        if (_length + bytes.Length > _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max(2L * _buffer.Length, _length + bytes.Length)));
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Does nothing: the sink flushes in the middle of an entry.</summary>
    public override void Flush()
    {
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

    // At the end of the file, wherever that is by now: somebody may have truncated it.
    private void Append()
    {
        long start = 0;
        try
        {
            start = RandomAccess.GetLength(_handle);
            RandomAccess.Write(_handle, _buffer.AsSpan(0, _length), start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _error = e;
            TakeBack(start);
        }
    }

    // If not even this is possible, the next entry at least begins on a line of its own.
    private void TakeBack(long start)
    {
        try
        {
            if (RandomAccess.GetLength(_handle) > start)
                RandomAccess.SetLength(_handle, start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _before = _before.StartsWith('\n') ? _before : "\n" + _before;
        }
    }
}
