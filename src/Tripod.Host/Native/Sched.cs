namespace Tripod.Host.Native;

/// <summary>linux/sched.h</summary>
internal static class Sched
{
    public const int CLONE_VM = 0x100;
    public const int CLONE_FS = 0x200;
    public const int CLONE_FILES = 0x400;
    public const int CLONE_VFORK = 0x4000;
    public const int CLONE_PARENT = 0x8000;
    public const int CLONE_CHILD_CLEARTID = 0x200000;
    public const int CLONE_UNTRACED = 0x800000;
}
