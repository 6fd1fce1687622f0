using System.Runtime.InteropServices;

namespace Tripod.Scripting.Native;

/// <summary><c>struct statx</c> of statx(2), the same on every architecture; only the fields that are used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly partial struct Statx
{
    private const int AT_FDCWD = -100;
    private const int AT_SYMLINK_NOFOLLOW = 0x100;
    private const uint STATX_BASIC_STATS = 0x7FF;
    private const uint S_IFMT = 0xF000;
    private const uint S_IFDIR = 0x4000;

    [FieldOffset(0x14)] private readonly uint stx_uid;
    [FieldOffset(0x1C)] private readonly ushort stx_mode;

    /// <summary>Whether a directory, not a symbolic link to one, stands at a path and belongs to the user that runs this process.</summary>
    internal static bool IsOwnDirectory(string path) =>
        statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, out Statx found) == 0
        && (found.stx_mode & S_IFMT) == S_IFDIR
        && found.stx_uid == geteuid();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int dirfd, string pathname, int flags, uint mask, out Statx buffer);

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
