using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Tripod.Log.Append;
using Tripod.Log.Native;
using Tripod.Samples;

namespace Tripod.Log;

/// <summary>A log's file, from its creation by the launcher.</summary>
public static class LogFile
{
    private const int Attempts = 100;
    private const string Cure = "make it writable, or give another directory by --output or TRIPOD_OUTPUT";

    /// <summary>
    /// Creates a log that nobody but the user can read (mode 0600, whatever the umask) under a name that is new, and
    /// writes its header. Neither Serilog nor anything else that costs time is loaded.
    /// </summary>
    /// <param name="directory">A directory of the user's choice; null for <see cref="LogDirectory.Private()"/>.</param>
    /// <param name="header">What stands at the log's top.</param>
    /// <param name="format">How it is written, from the header on.</param>
    /// <returns>The full path of the log.</returns>
    /// <exception cref="TripodException">The directory cannot be used; the message names the cure.</exception>
    public static string Create(string? directory, RunHeader header, LogFormat format = LogFormat.Text)
    {
        string parent = directory is null ? LogDirectory.Private() : LogDirectory.Given(directory);
        var entries = EntryFormat.Of(format);
        var (handle, path) = CreateNew(parent, header.Target, entries.Ending);
        try
        {
            using (handle)
                RandomAccess.Write(handle, Encoding.UTF8.GetBytes(entries.Header(header)), 0);
        }
        catch (IOException e)
        {
            File.Delete(path);
            throw new TripodException($"cannot write the log to '{parent}': {e.Message}; make room there, or give another directory by --output or TRIPOD_OUTPUT");
        }
        return path;
    }

    private static (SafeFileHandle Handle, string Path) CreateNew(string parent, string target, string ending)
    {
        int errno = Errno.EEXIST;
        for (int attempt = 0; attempt < Attempts && errno == Errno.EEXIST; attempt++)
        {
            string path = Path.Combine(parent, LogName.For(target, ending));
            if (TryCreate(path, out errno) is { } handle)
                return (handle, path);
        }
        throw new TripodException($"cannot create the log in '{parent}': {Errno.Text(errno)}; {Cure}");
    }

    // open(2): with O_CREAT and O_EXCL a symbolic link is not followed, wherever it points to.
    internal static SafeFileHandle? TryCreate(string path, out int errno)
    {
        var handle = Fcntl.Open(path, Fcntl.O_WRONLY | Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_CLOEXEC, SysStat.OwnerFile);
        bool isDone = !handle.IsInvalid && SysStat.Fchmod(handle, SysStat.OwnerFile) == 0;
        errno = isDone ? 0 : Marshal.GetLastPInvokeError();
        if (isDone)
            return handle;
        handle.Dispose();
        return null;
    }
}
