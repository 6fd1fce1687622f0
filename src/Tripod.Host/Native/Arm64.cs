namespace Tripod.Host.Native;

/// <summary>Linux on arm64: include/uapi/asm-generic/unistd.h, asm/fcntl.h, asm-generic/stat.h, struct user_pt_regs. Untested.</summary>
internal static class Arm64
{
    public static Architecture Describe() => new()
    {
        clock_gettime = 113, clone = 220, close = 57, close_range = 436, dup3 = 24, execve = 221, exit_group = 94,
        fcntl = 25, fstat = 80, ftruncate = 46, futex = 98, getdents64 = 61, getpid = 172, getppid = 173, geteuid = 175,
        getsockopt = 209, gettid = 178, kill = 129, lseek = 62, memfd_create = 279, mmap = 222, munmap = 215, nanosleep = 101,
        openat = 56, pidfd_open = 434, ppoll = 73, prctl = 167, pread64 = 67, prlimit64 = 261, ptrace = 117, read = 63,
        recvfrom = 207, rt_sigaction = 134, rt_sigprocmask = 135, sendmsg = 211, sendto = 206, setitimer = 103,
        setsid = 157, socketpair = 199, unshare = 97, wait4 = 260, write = 64,
        O_DIRECTORY = 0x4000, O_NOFOLLOW = 0x8000,
        LinksOffset = 20,
        RegisterCount = 34, StackPointer = 31, ProgramCounter = 32, ReturnValue = 0, SystemCallNumber = 8,
        // arm64 decides about restarting before the tracer sees the thread (do_signal in arch/arm64/kernel/signal.c)
        RestartableCount = 0,
    };
}
