using System.Runtime.InteropServices;
using Tripod.Wire;

namespace Tripod.Native;

/// <summary>sys/socket.h, for datagrams of <see cref="Message"/> with at most one descriptor beside them.</summary>
internal static unsafe partial class Socket
{
    private const int MSG_NOSIGNAL = 0x4000;
    private const int MSG_CMSG_CLOEXEC = 0x40000000;
    private const int SOL_SOCKET = 1;
    private const int SCM_RIGHTS = 1;

    /// <summary>sendmsg(2) of one message; false if the other side is gone.</summary>
    public static bool Send(int socket, Message message)
    {
        nint sent;
        do
            sent = send(socket, &message, (nuint)sizeof(Message), MSG_NOSIGNAL);
        while (sent < 0 && Errno.Last == Errno.EINTR);
        return sent == sizeof(Message);
    }

    /// <summary>recvmsg(2) of one message; false at the end of the stream. <paramref name="descriptor"/> is −1 if none came along.</summary>
    /// <remarks>
    /// A peer that ended without reading all that we sent is told once, by ECONNRESET, before what it had sent itself
    /// (unix_dgram_recvmsg in net/unix/af_unix.c): its last words are still to come.
    /// </remarks>
    public static bool Receive(int socket, out Message message, out int descriptor)
    {
        message = default;
        ControlMessage control = default;
        nint received;
        fixed (Message* buffer = &message)
        {
            var vector = new IoVector { Base = buffer, Length = (nuint)sizeof(Message) };
            var header = new MessageHeader { Vectors = &vector, VectorCount = 1, Control = &control, ControlLength = (nuint)sizeof(ControlMessage) };
            do
                received = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
            while (received < 0 && Errno.Last is Errno.EINTR or Errno.ECONNRESET);
            bool carries = header.ControlLength >= ControlMessage.LengthOfOne && control is { Level: SOL_SOCKET, Type: SCM_RIGHTS };
            descriptor = carries ? control.Descriptor : -1;
        }
        return received == sizeof(Message);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint send(int socket, void* buffer, nuint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recvmsg(int socket, MessageHeader* header, int flags);

    // struct iovec
    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public void* Base;
        public nuint Length;
    }

    // struct msghdr of glibc and musl on 64-bit Linux
    [StructLayout(LayoutKind.Sequential)]
    private struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public ControlMessage* Control;
        public nuint ControlLength;
        public int Flags;
    }

    // struct cmsghdr with one descriptor, padded as CMSG_SPACE(sizeof(int)) is
    [StructLayout(LayoutKind.Sequential)]
    private struct ControlMessage
    {
        public const int LengthOfOne = 20;
        public nuint Length;
        public int Level;
        public int Type;
        public int Descriptor;
        public int Padding;
    }
}
