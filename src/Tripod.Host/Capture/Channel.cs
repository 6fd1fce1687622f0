using Microsoft.Win32.SafeHandles;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Capture;

/// <summary>
/// The target's end of the socket to the collector. Sending never blocks and never throws, and any thread may send:
/// the handle counts its users without a lock, so the descriptor is not closed, and its number not another file's,
/// while somebody sends. The target may close it, as daemons close all descriptors that they did not open, and the
/// number is then another file's, which is neither read, written nor closed.
/// </summary>
internal sealed unsafe class Channel : SafeHandleMinusOneIsInvalid
{
    private Channel(int descriptor)
        : base(ownsHandle: true)
    {
        SetHandle(descriptor);
        Cookie = Kernel.SocketCookie(descriptor);
    }

    /// <summary>Opens both ends; null and errno if there are no descriptors left.</summary>
    public static Channel? TryOpen(out Channel? other, out int error)
    {
        int* pair = stackalloc int[2];
        error = -Kernel.SocketPair(pair);
        other = error > 0 ? null : new Channel(Kernel.MoveAway(pair[1]));
        return error > 0 ? null : new Channel(Kernel.MoveAway(pair[0]));
    }

    /// <summary>What tells this socket from every other file.</summary>
    public ulong Cookie { get; }

    /// <summary>For poll; −1 once closed.</summary>
    public int Descriptor => IsClosed ? -1 : (int)handle;

    /// <summary>Sends one message; 0 or errno.</summary>
    public int Send(ref Message message)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return Transmit(ref message);
        }
        catch (ObjectDisposedException) // the watchdog gave this collector up at this very moment
        {
            return Errno.EBADF;
        }
        finally
        {
            if (held)
                DangerousRelease();
        }
    }

    /// <summary>Takes one message: 1, 0 if there is none, or −errno if either end is gone or the other talks nonsense.</summary>
    public int TryReceive(out Message message)
    {
        message = default;
        if (!IsOurs)
            return -Errno.EBADF;
        nint size;
        fixed (Message* start = &message)
        {
            do
                size = Kernel.Receive((int)handle, start, sizeof(Message));
            while (size == -Errno.EINTR);
        }
        if (size == -Errno.EAGAIN)
            return 0;
        if (size <= 0)
            return size == 0 ? -Errno.EPIPE : (int)size;
        return size == sizeof(Message) && message.IsValid ? 1 : -Errno.EINVAL;
    }

    protected override bool ReleaseHandle() => !IsOurs || Kernel.Close((int)handle) == 0;

    private bool IsOurs => Kernel.SocketCookie((int)handle) == Cookie;

    private int Transmit(ref Message message)
    {
        if (!IsOurs)
            return Errno.EBADF;
        fixed (Message* start = &message)
        {
            nint sent;
            do
                sent = Kernel.Send((int)handle, start, sizeof(Message));
            while (sent == -Errno.EINTR);
            return sent < 0 ? (int)-sent : 0;
        }
    }
}
