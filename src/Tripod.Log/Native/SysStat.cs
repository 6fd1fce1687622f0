using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tripod.Log.Native;

/// <summary><c>sys/stat.h</c></summary>
internal static partial class SysStat
{
    public const uint S_IFMT = 0xF000;
    public const uint S_IFDIR = 0x4000;
    public const uint S_IFREG = 0x8000;

    /// <summary>Readable and writable by the owner alone.</summary>
    public const uint OwnerFile = 0x180;

    /// <summary>All rights to the owner, none to others.</summary>
    public const uint OwnerDirectory = 0x1C0;

    /// <summary>Writable by the group or by others.</summary>
    public const uint OthersWrite = 0x12;

    /// <summary>Any right of the group or of others.</summary>
    public const uint OthersAny = 0x3F;

    /// <summary>STATX_BASIC_STATS: everything that stat(2) gives.</summary>
    private const uint STATX_BASIC_STATS = 0x7FF;

    /// <summary>What stands at a path, a symbolic link itself; null with the errno in <see cref="Marshal.GetLastPInvokeError"/>.</summary>
    public static Statx? Lstat(string path) =>
        Statx(Fcntl.AT_FDCWD, path, Fcntl.AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, out var buffer) == 0 ? buffer : null;

    /// <summary>What an open descriptor stands for; null with the errno in <see cref="Marshal.GetLastPInvokeError"/>.</summary>
    public static Statx? Fstat(SafeFileHandle file)
    {
        bool added = false;
        try
        {
            file.DangerousAddRef(ref added);
            int fd = (int)file.DangerousGetHandle();
            return Statx(fd, "", Fcntl.AT_EMPTY_PATH, STATX_BASIC_STATS, out var buffer) == 0 ? buffer : null;
        }
        finally
        {
            if (added)
                file.DangerousRelease();
        }
    }

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Mkdir(string pathname, uint mode);

    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    internal static partial int Fchmod(SafeFileHandle fd, uint mode);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int dirfd, string pathname, int flags, uint mask, out Statx buffer);
}
