namespace Tripod.Host.Native;

/// <summary>struct linux_dirent64, see getdents64(2)</summary>
internal static class Dirent
{
    public const int d_reclen = 16;
    public const int d_name = 19;
}
