using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>linux/pidfd.h: a descriptor that stands for a process, whatever becomes of its number.</summary>
internal static unsafe partial class Pidfd
{
    private const long SYS_pidfd_open = 434; // the same on every architecture since Linux 5.3
    private const ulong PIDFD_INFO_EXIT = 1 << 3;
    private const ulong PIDFD_GET_INFO = 0xC040FF0B; // _IOWR(PIDFS_IOCTL_MAGIC, 11, struct pidfd_info), its first published size

    /// <summary>pidfd_open(2); −1 on failure. The descriptor becomes readable when the process ends.</summary>
    public static int Open(int pid) => (int)syscall(SYS_pidfd_open, pid, 0);

    /// <summary>The wait status of a process that has been reaped (Linux 6.15 and later); null if the kernel does not tell.</summary>
    public static int? ExitStatus(int descriptor)
    {
        var info = new Info { Mask = PIDFD_INFO_EXIT };
        return ioctl(descriptor, PIDFD_GET_INFO, &info) == 0 && (info.Mask & PIDFD_INFO_EXIT) != 0 ? info.ExitCode : null;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial long syscall(long number, long first, long second);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int descriptor, ulong request, void* argument);

    // struct pidfd_info, PIDFD_INFO_SIZE_VER0 = 64 bytes
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    private struct Info
    {
        public ulong Mask;
        public ulong CgroupId;
        private fixed uint _ids[11];
        public int ExitCode;
    }
}
