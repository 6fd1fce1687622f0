using Microsoft.Win32.SafeHandles;
using Tripod.Log.Native;
using Tripod.Samples;

namespace Tripod.Log.Append;

/// <summary>A log that the launcher created, found again and checked: nothing is ever appended to another file.</summary>
internal static class ExistingLog
{
    // a command line has at most 128 kB an argument, and is rarely that long
    private const int LongestHeader = 1024 * 1024;
    private const int Block = 4096;

    /// <summary>Opens a log for reading.</summary>
    /// <param name="path">Where it was created.</param>
    /// <param name="format">Its format.</param>
    /// <param name="header">Its header; empty if the end of that is not found.</param>
    /// <exception cref="TripodException">It is gone, or what stands there now is not a private log of the user's.</exception>
    public static SafeFileHandle Open(string path, EntryFormat format, out byte[] header)
    {
        if (SysStat.Lstat(path) is not { IsRegular: true } found)
            throw new TripodException($"the log '{path}' is no longer there");
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (SysStat.Fstat(file) is { } opened && opened.IsSameAs(found) && opened.IsPrivateFile && format.TryReadHeader(Read(file, 0, LongestHeader), out var read))
        {
            header = read.ToArray();
            return file;
        }
        file.Dispose();
        throw new TripodException($"'{path}' is not the log that was created there: not a file of your own, not private, or not a log of this version");
    }

    /// <summary>The last bytes of a log, as far as they tell how it ends.</summary>
    public static byte[] End(SafeFileHandle file)
    {
        long length = RandomAccess.GetLength(file);
        return Read(file, Math.Max(0, length - Block), Block);
    }

    /// <summary>Length of a log without the half line at its end.</summary>
    public static long LengthOfLines(SafeFileHandle file)
    {
        long end = RandomAccess.GetLength(file);
        while (end > 0)
        {
            long start = Math.Max(0, end - Block);
            int at = Read(file, start, (int)(end - start)).AsSpan().LastIndexOf((byte)'\n');
            if (at >= 0)
                return start + at + 1;
            end = start;
        }
        return 0;
    }

    /// <summary>What stands behind the last mark.</summary>
    /// <param name="file">The log.</param>
    /// <param name="mark">The mark; one that begins at <paramref name="end"/> or later does not count.</param>
    /// <param name="end">Where to look no further.</param>
    public static byte[] Behind(SafeFileHandle file, ReadOnlySpan<byte> mark, long end)
    {
        for (long most = Block; ; most *= 4)
        {
            int length = (int)Math.Min(Math.Min(most, end), Array.MaxLength);
            byte[] bytes = Read(file, end - length, length);
            int at = bytes.AsSpan().LastIndexOf(mark);
            if (at >= 0)
                return bytes[(at + mark.Length)..];
            if (length < most)
                return bytes;
        }
    }

    private static byte[] Read(SafeFileHandle file, long at, int most)
    {
        byte[] bytes = new byte[Math.Min(most, Math.Max(0, RandomAccess.GetLength(file) - at))];
        int length = RandomAccess.Read(file, bytes, at);
        return bytes[..length];
    }
}
