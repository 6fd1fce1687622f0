using Microsoft.Win32.SafeHandles;

namespace Tripod.Inspection.Memory;

/// <summary>
/// Opens files whose names the target chose: PDBs name any path as a source. Only regular files are opened, since a
/// FIFO would block for ever and the mere opening of a device can have an effect.
/// </summary>
internal static unsafe class RegularFile
{
    // fcntl.h, the same on x64 and arm64
    private const int O_RDONLY = 0;
    private const int O_NONBLOCK = 0x800;
    private const int O_CLOEXEC = 0x80000;
    private const int AT_FDCWD = -100;
    private const int AT_EMPTY_PATH = 0x1000;
    private const uint STATX_TYPE_AND_SIZE = 0x201;
    private const ushort S_IFMT = 0xF000;
    private const ushort S_IFREG = 0x8000;

    /// <summary>A stream over the file; null if there is none, it is not regular, cannot be opened, or is longer than allowed.</summary>
    public static FileStream? TryOpen(string path, long mostBytes)
    {
        if (!Path.IsPathFullyQualified(path) || !IsRegular(AT_FDCWD, path, 0, mostBytes))
            return null;
        int fd = Libc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (fd < 0)
            return null;
        var handle = new SafeFileHandle(fd, ownsHandle: true);
        // looked at again: the name may stand for something else by now
        if (IsRegular(fd, "", AT_EMPTY_PATH, mostBytes))
            return new FileStream(handle, FileAccess.Read, bufferSize: 0);
        handle.Dispose();
        return null;
    }

    private static bool IsRegular(int directory, string path, int flags, long mostBytes)
    {
        StatX stat = default;
        return Libc.statx(directory, path, flags, STATX_TYPE_AND_SIZE, &stat) == 0
            && (stat.Mode & S_IFMT) == S_IFREG
            && stat.Size <= (ulong)mostBytes;
    }
}
