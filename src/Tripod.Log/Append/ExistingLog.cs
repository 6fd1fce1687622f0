using System.Text;
using Microsoft.Win32.SafeHandles;
using Tripod.Log.Native;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Append;

/// <summary>A log that the launcher created, found again and checked: nothing is ever appended to another file.</summary>
internal static class ExistingLog
{
    // a command line has at most 128 kB an argument, and is rarely that long
    private const int LongestHeader = 1024 * 1024;

    /// <summary>Opens a log for reading.</summary>
    /// <exception cref="TripodException">It is gone, or what stands there now is not a private log of the user's.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (SysStat.Lstat(path) is not { IsRegular: true } found)
            throw new TripodException($"the log '{path}' is no longer there");
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (SysStat.Fstat(file) is { } opened && opened.IsSameAs(found) && opened.IsPrivateFile && IsLog(file))
            return file;
        file.Dispose();
        throw new TripodException($"'{path}' is not the log that was created there: not a file of your own, not private, or not a log of this version");
    }

    /// <summary>The header with its end; empty if that is not found.</summary>
    public static byte[] Header(SafeFileHandle file)
    {
        ReadOnlySpan<byte> end = Encoding.ASCII.GetBytes($"\n{Terms.Separator}\n");
        byte[] start = new byte[Math.Min(RandomAccess.GetLength(file), LongestHeader)];
        int length = RandomAccess.Read(file, start, 0);
        int at = start.AsSpan(0, length).IndexOf(end);
        return at < 0 ? [] : start[..(at + end.Length)];
    }

    /// <summary>Whether the log ends with the line that ends the header and every sample: not after a plain entry or a torn line.</summary>
    public static bool EndsWithSeparator(SafeFileHandle file) =>
        Contains(file, RandomAccess.GetLength(file) - Terms.Separator.Length - 2, $"\n{Terms.Separator}\n");

    /// <summary>Whether it ends in the middle of a line, because its writer was killed.</summary>
    public static bool EndsTorn(SafeFileHandle file) => !Contains(file, RandomAccess.GetLength(file) - 1, "\n");

    private static bool IsLog(SafeFileHandle file) => Contains(file, 0, HeaderText.FirstLine + "\n");

    private static bool Contains(SafeFileHandle file, long at, string text)
    {
        Span<byte> bytes = stackalloc byte[text.Length];
        return at >= 0 && RandomAccess.Read(file, bytes, at) == bytes.Length && Encoding.ASCII.GetString(bytes) == text;
    }
}
