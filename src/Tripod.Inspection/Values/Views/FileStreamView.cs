using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>FileStream: its file, and where it stands; a buffer may lie between the two (BufferedFileStreamStrategy.cs).</summary>
internal sealed class FileStreamView : View
{
    /// <summary>SafeFileHandle's NullableBool for a pipe or a terminal, which have no position.</summary>
    private const int CannotSeek = -1;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryObject("_strategy", out var strategy))
            return null;
        long buffered = 0;
        if (strategy.TryRead("_readPos", out int read) && strategy.TryRead("_readLen", out int end) && strategy.TryRead("_writePos", out int written))
        {
            buffered = read - end + written;
            if (!strategy.TryObject("_strategy", out var inner))
                return null;
            strategy = inner;
        }
        if (!strategy.TryRead("_filePosition", out long position) || !strategy.TryObject("_fileHandle", out var handle) ||
            handle.Field("_path", Secrecy.Open, budget) is not { } path || !handle.TryRead("_canSeek", out int canSeek))
            return null;
        return new Composite(instance.Type.Name, canSeek == CannotSeek
            ? [new("Name", path)]
            : [new("Name", path), Streams.Number("Position", position + buffered)]);
    }
}
