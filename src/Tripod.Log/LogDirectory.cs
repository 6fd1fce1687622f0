using System.Runtime.InteropServices;
using Tripod.Log.Native;
using Tripod.Samples;

namespace Tripod.Log;

/// <summary>The directory that holds the logs.</summary>
public static class LogDirectory
{
    private const string Cure = "give another directory by --output or TRIPOD_OUTPUT";

    /// <summary>
    /// A directory of the user's own, <c>tripod-UID</c> below TMPDIR or /tmp. It is created with mode 0700; one that
    /// exists must be a directory, not a link to one, belong to the user, and be writable by nobody else.
    /// </summary>
    /// <exception cref="TripodException">It cannot be had, or cannot be trusted.</exception>
    public static string Private() => Private(Path.GetTempPath());

    /// <summary>
    /// A directory of the user's choice. It may be a link, and others may be able to write to it, as to /tmp or to a
    /// volume of a container: the log's random name, O_EXCL and mode 0600 are enough there.
    /// </summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="TripodException">It is not there, or no directory.</exception>
    public static string Given(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return full;
        throw new TripodException(File.Exists(full)
            ? $"cannot write the log to '{path}': not a directory; {Cure}"
            : $"cannot write the log to '{path}': no such directory; create it, or {Cure}");
    }

    internal static string Private(string parent)
    {
        string path = Path.Combine(Path.GetFullPath(parent), "tripod-" + Unistd.Geteuid());
        if (SysStat.Mkdir(path, SysStat.OwnerDirectory) != 0 && Marshal.GetLastPInvokeError() is var errno && errno != Errno.EEXIST)
            throw new TripodException($"cannot create the log's directory '{path}': {Errno.Text(errno)}; set TMPDIR to a directory that you can write to, or {Cure}");
        if (WhyUntrusted(path) is { } reason)
            throw new TripodException($"'{path}' cannot be trusted with a log: {reason}; remove it, or {Cure}");
        return path;
    }

    private static string? WhyUntrusted(string path) => SysStat.Lstat(path) switch
    {
        null => Errno.Text(Marshal.GetLastPInvokeError()),
        { IsDirectory: false } => "it is not a directory, or it is a link to one",
        { IsOwn: false } => "it belongs to somebody else",
        { } status when (status.stx_mode & SysStat.OthersWrite) != 0 => "others can write to it",
        _ => null,
    };
}
