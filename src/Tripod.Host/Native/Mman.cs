namespace Tripod.Host.Native;

/// <summary>sys/mman.h</summary>
internal static class Mman
{
    public const int PROT_READ = 1;
    public const int PROT_WRITE = 2;
    public const int MAP_SHARED = 1;
    public const int MAP_PRIVATE = 2;
    public const int MAP_FIXED = 0x10;
    public const int MAP_ANONYMOUS = 0x20;
    public const int MAP_NORESERVE = 0x4000;
    public const uint MFD_CLOEXEC = 1;
}
