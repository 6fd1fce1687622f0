using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tripod.Inspection.Memory;

/// <summary>System calls of the collector. C names kept.</summary>
internal static unsafe partial class Libc
{
    /// <summary>process_vm_readv(2): copies memory of another process; −1 on failure.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint process_vm_readv(int pid, IoVec* local, nuint localCount, IoVec* remote, nuint remoteCount, nuint flags);

    /// <summary>pread(2); −1 on failure.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint pread(SafeFileHandle fd, byte* buffer, nuint count, long offset);

    /// <summary>open(2); −1 on failure.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags);

    /// <summary>statx(2): the same layout on every architecture; −1 on failure.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int statx(int directory, string path, int flags, uint mask, StatX* result);
}
