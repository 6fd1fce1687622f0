namespace Tripod.Host.Native;

/// <summary>signal.h</summary>
internal static class Signal
{
    public const int SIGKILL = 9;
    public const int SIGALRM = 14;
    public const int SIGCONT = 18;
    public const int SIGSTOP = 19;

    /// <summary>The highest signal, SIGRTMAX of the kernel.</summary>
    public const int Last = 64;

    public const int SIG_UNBLOCK = 1;
    public const int SIG_SETMASK = 2;

    /// <summary>Bytes of the kernel's signal set.</summary>
    public const int SetSize = 8;
}

/// <summary>struct sigaction as the kernel takes it (asm-generic/signal.h), not libc's; all zero is SIG_DFL.</summary>
internal struct kernel_sigaction
{
    public nint sa_handler;
    public nuint sa_flags;
    public nint sa_restorer;
    public ulong sa_mask;
}
