using System.Text;
using Tripod.EndToEnd.Terminals;

namespace Tripod.EndToEnd.Runs;

/// <summary>All bytes that a stream gave so far, and for waiting the lines in them.</summary>
internal sealed class Recording
{
    private readonly List<byte> _bytes = [];

    internal Recording(Stream stream) => Ended = Task.Run(() => Copy(stream));

    /// <summary>Completes at the end of the stream: when every process that held its other end has closed it.</summary>
    internal Task Ended { get; }

    internal byte[] Bytes
    {
        get
        {
            lock (_bytes)
                return [.. _bytes];
        }
    }

    internal string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The lines that are complete.</summary>
    internal IReadOnlyList<string> Lines => [.. Text.Split('\n')[..^1].Select(line => line.TrimEnd('\r'))];

    private void Copy(Stream stream)
    {
        byte[] buffer = new byte[65536];
        while (Read(stream, buffer) is > 0 and int count)
            lock (_bytes)
                _bytes.AddRange(buffer.AsSpan(0, count));
    }

    private static int Read(Stream stream, byte[] buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (IOException end) when (end.HResult == Pty.EIO) // how a terminal ends
        {
            return 0;
        }
    }
}
