using Microsoft.Win32.SafeHandles;
using Tripod.Native;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>The collector's end of the socket to the watchdog.</summary>
internal sealed class Channel(ProcessHandle target)
{
    // Where the host puts it before it execs the collector.
    private const int Socket = 3;

    /// <summary>Sends a message; false if the target is gone.</summary>
    public static bool Send(Message message) => Native.Socket.Send(Socket, message);

    /// <summary>Waits for the next message; false when the target has ended or let go of its end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="memory">The twin's memory with a <see cref="MessageType.Twin"/>, else null; the caller's to dispose.</param>
    public bool TryReceive(out Message message, out SafeFileHandle? memory)
    {
        message = default;
        memory = null;
        // A child that the target forked without exec may hold the socket open: the pidfd tells the truth.
        // What was sent before the end is still read first.
        if (!Poll.Wait(Socket, target.Descriptor, -1).First || !Native.Socket.Receive(Socket, out message, out int descriptor))
            return false;
        memory = descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : null;
        return message.IsValid;
    }
}
