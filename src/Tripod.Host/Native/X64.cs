namespace Tripod.Host.Native;

/// <summary>Linux on x64: arch/x86/entry/syscalls/syscall_64.tbl, asm/fcntl.h, asm/stat.h, struct user_regs_struct.</summary>
internal static class X64
{
    public static unsafe Architecture Describe()
    {
        var machine = new Architecture
        {
            clock_gettime = 228, clone = 56, close = 3, close_range = 436, dup3 = 292, execve = 59, exit_group = 231,
            fcntl = 72, fstat = 5, ftruncate = 77, futex = 202, getdents64 = 217, getpid = 39, getppid = 110, geteuid = 107,
            getsockopt = 55, gettid = 186, kill = 62, lseek = 8, memfd_create = 319, mmap = 9, munmap = 11, nanosleep = 35,
            openat = 257, pidfd_open = 434, ppoll = 271, prctl = 157, pread64 = 17, prlimit64 = 302, ptrace = 101, read = 0,
            recvfrom = 45, rt_sigaction = 13, rt_sigprocmask = 14, sendmsg = 46, sendto = 44, setitimer = 38,
            setsid = 112, socketpair = 53, unshare = 272, wait4 = 61, write = 1,
            O_DIRECTORY = 0x10000, O_NOFOLLOW = 0x20000,
            LinksOffset = 16,
            RegisterCount = 27, StackPointer = 19, ProgramCounter = 16, ReturnValue = 10, SystemCallNumber = 15,
        };
        ReadOnlySpan<short> restartable =
        [
            232, 281, 441, // epoll_wait, epoll_pwait, epoll_pwait2
            45, 47, 299, 44, 46, 307, // recvfrom, recvmsg, recvmmsg, sendto, sendmsg, sendmmsg: with SO_RCVTIMEO, SO_SNDTIMEO
            43, 288, // accept, accept4
            128, // rt_sigtimedwait
            65, 220, // semop, semtimedop
            69, 70, // msgsnd, msgrcv
            208, 333, // io_getevents, io_pgetevents
        ];
        for (int i = 0; i < restartable.Length; i++)
            machine.Restartable[i] = restartable[i];
        machine.RestartableCount = restartable.Length;
        return machine;
    }
}
