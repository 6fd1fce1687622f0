using System.Runtime.InteropServices;

namespace Tripod.Host.Native;

/// <summary>sys/socket.h and sys/uio.h</summary>
internal static class Socket
{
    public const int AF_UNIX = 1;
    public const int SOCK_SEQPACKET = 5;
    public const int SOCK_CLOEXEC = 0x80000;
    public const int SOL_SOCKET = 1;
    public const int SO_COOKIE = 57;
    public const int SCM_RIGHTS = 1;
    public const int MSG_DONTWAIT = 0x40;
    public const int MSG_NOSIGNAL = 0x4000;
}

internal unsafe struct iovec
{
    public void* iov_base;
    public nuint iov_len;
}

internal unsafe struct msghdr
{
    public void* msg_name;
    public uint msg_namelen;
    public iovec* msg_iov;
    public nuint msg_iovlen;
    public void* msg_control;
    public nuint msg_controllen;
    public int msg_flags;
}

/// <summary>A cmsghdr with one descriptor behind it: CMSG_SPACE(sizeof(int)) and CMSG_LEN(sizeof(int)).</summary>
[StructLayout(LayoutKind.Sequential, Size = Space)]
internal struct cmsghdr
{
    public const int Space = 24;
    public const int Length = 20;

    public nuint cmsg_len;
    public int cmsg_level;
    public int cmsg_type;
    public int descriptor;
}
