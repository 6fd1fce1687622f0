namespace Tripod.Host.Native;

/// <summary>sys/ptrace.h, and NT_PRSTATUS of linux/elf.h</summary>
internal static class Ptrace
{
    public const int PTRACE_DETACH = 17;
    public const int PTRACE_GETREGSET = 0x4204;
    public const int PTRACE_SETREGSET = 0x4205;
    public const int PTRACE_SEIZE = 0x4206;
    public const int PTRACE_INTERRUPT = 0x4207;
    public const int NT_PRSTATUS = 1;
}
