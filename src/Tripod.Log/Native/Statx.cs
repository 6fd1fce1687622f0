using System.Runtime.InteropServices;

namespace Tripod.Log.Native;

/// <summary><c>struct statx</c> of statx(2), the same on every architecture; only the fields that are used.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly struct Statx
{
    [FieldOffset(0x10)] public readonly uint stx_nlink;
    [FieldOffset(0x14)] public readonly uint stx_uid;
    [FieldOffset(0x1C)] public readonly ushort stx_mode;
    [FieldOffset(0x20)] public readonly ulong stx_ino;
    [FieldOffset(0x88)] public readonly uint stx_dev_major;
    [FieldOffset(0x8C)] public readonly uint stx_dev_minor;

    public bool IsDirectory => (stx_mode & SysStat.S_IFMT) == SysStat.S_IFDIR;

    public bool IsRegular => (stx_mode & SysStat.S_IFMT) == SysStat.S_IFREG;

    /// <summary>A file that the user alone owns and may read.</summary>
    public bool IsPrivateFile => IsRegular && IsOwn && (stx_mode & SysStat.OthersAny) == 0;

    public bool IsOwn => stx_uid == Unistd.Geteuid();

    /// <summary>Whether both stand for one and the same file.</summary>
    public bool IsSameAs(in Statx other) =>
        stx_ino == other.stx_ino && stx_dev_major == other.stx_dev_major && stx_dev_minor == other.stx_dev_minor;
}
