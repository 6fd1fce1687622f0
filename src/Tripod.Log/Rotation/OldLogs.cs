using System.Globalization;
using System.Runtime.InteropServices;
using Tripod.Log.Native;

namespace Tripod.Log.Rotation;

/// <summary>
/// The files of one log: <c>NAME.log</c> is the current one, <c>NAME.1.log</c> the one before it. Nothing is moved or
/// removed that is not a private file of the user's.
/// </summary>
/// <param name="path">The current file.</param>
/// <param name="files">Files at most, the current one counted.</param>
internal sealed class OldLogs(string path, int files)
{
    private readonly string _stem = Path.ChangeExtension(path, null);
    private readonly string _extension = Path.GetExtension(path);

    /// <summary>Whether the oldest file gives way at the next rotation.</summary>
    public bool IsFull => SysStat.Lstat(Numbered(files - 1)) is not null;

    /// <summary>Path of an older file; 0 is the one that is to be the current one.</summary>
    public string Numbered(int number) => string.Concat(_stem, ".", number.ToString(CultureInfo.InvariantCulture), _extension);

    /// <summary>
    /// Makes a new current file that holds the header alone; the current one becomes the first of the old ones, each of
    /// which goes one number up, and the oldest is removed. At any instant a log stands at the path.
    /// </summary>
    /// <returns>Why not; null if it is done.</returns>
    public string? Rotate(byte[] header)
    {
        string fresh = Numbered(0);
        if (Obstacle() is { } obstacle)
            return $"'{obstacle}' is in the way";
        _ = Unistd.Unlink(fresh); // of a rotation that was killed
        if (Write(fresh, header) is { } error)
            return error;
        if (!Shift())
            return Undo(fresh);
        if (Stdio.Rename(fresh, path) == 0)
            return null;
        string reason = Undo(fresh);
        _ = Unistd.Unlink(Numbered(1)); // which is the current file
        return reason;
    }

    private string? Obstacle() => Enumerable.Range(0, files).Select(Numbered).FirstOrDefault(old => SysStat.Lstat(old) is { IsPrivateFile: false });

    private bool Shift()
    {
        if (files == 1)
            return true; // the new file takes the place of the only one
        _ = Unistd.Unlink(Numbered(files - 1));
        for (int number = files - 2; number > 0; number--)
            if (Stdio.Rename(Numbered(number), Numbered(number + 1)) != 0 && Marshal.GetLastPInvokeError() != Errno.ENOENT)
                return false;
        return Unistd.Link(path, Numbered(1)) == 0;
    }

    private static string Undo(string fresh)
    {
        string reason = Errno.Text(Marshal.GetLastPInvokeError());
        _ = Unistd.Unlink(fresh);
        return reason;
    }

    private static string? Write(string fresh, byte[] header)
    {
        if (LogFile.TryCreate(fresh, out int errno) is not { } file)
            return Errno.Text(errno);
        try
        {
            using (file)
                RandomAccess.Write(file, header, 0);
            return null;
        }
        catch (IOException e)
        {
            _ = Unistd.Unlink(fresh);
            return e.Message;
        }
    }
}
