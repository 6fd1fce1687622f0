using System.Runtime.InteropServices;

namespace Tripod.Host.Native;

/// <summary>
/// Everything in which processor architectures differ for us: numbers of system calls, a few flags, places of registers.
/// Only calls that every supported architecture has are listed. A plain struct, so that the zone can carry it in its memory.
/// </summary>
internal unsafe struct Architecture
{
    /// <summary>Room for <see cref="Restartable"/>.</summary>
    public const int RestartableRoom = 24;

    public int clock_gettime, clone, close, close_range, dup3, execve, exit_group, fcntl, fstat, ftruncate, futex,
        getdents64, geteuid, getpid, getppid, getsockopt, gettid, kill, lseek, memfd_create, mmap, munmap, nanosleep, openat, pidfd_open,
        ppoll, prctl, pread64, prlimit64, ptrace, read, recvfrom, rt_sigaction, rt_sigprocmask, sendmsg, sendto,
        setitimer, setsid, socketpair, unshare, wait4, write;

    public int O_DIRECTORY, O_NOFOLLOW;

    /// <summary>Offset of st_nlink in what fstat fills; its low 32 bits are enough.</summary>
    public int LinksOffset;

    /// <summary>Registers in NT_PRSTATUS, and the indexes of those that matter.</summary>
    public int RegisterCount, StackPointer, ProgramCounter, ReturnValue, SystemCallNumber;

    /// <summary>System calls that the kernel ends with EINTR for a ptrace stop, though no signal handler runs, and that
    /// may safely be started again. Empty where a tracer cannot ask for that.</summary>
    public fixed short Restartable[RestartableRoom];

    /// <summary>How many of <see cref="Restartable"/> are in use.</summary>
    public int RestartableCount;

    /// <summary>The architecture of this process; false where Tripod does not know it.</summary>
    public static bool TryDetect(out Architecture machine)
    {
        machine = default;
        if (!OperatingSystem.IsLinux())
            return false;
        switch (RuntimeInformation.ProcessArchitecture)
        {
            case System.Runtime.InteropServices.Architecture.X64:
                machine = X64.Describe();
                return true;
            case System.Runtime.InteropServices.Architecture.Arm64:
                machine = Arm64.Describe();
                return true;
            default:
                return false;
        }
    }
}
