using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>poll.h</summary>
internal static unsafe partial class Poll
{
    private const short POLLIN = 1;

    /// <summary>
    /// Waits until one of two descriptors can be read or has hung up.
    /// </summary>
    /// <param name="first">A descriptor.</param>
    /// <param name="second">A descriptor, or −1 for none.</param>
    /// <param name="milliseconds">Longest wait; −1 for ever.</param>
    /// <returns>Which of the two are ready.</returns>
    public static (bool First, bool Second) Wait(int first, int second, int milliseconds)
    {
        var entries = stackalloc Entry[2];
        entries[0] = new Entry { Descriptor = first, Events = POLLIN };
        entries[1] = new Entry { Descriptor = second, Events = POLLIN };
        int ready;
        do
            ready = poll(entries, 2, milliseconds);
        while (ready < 0 && Errno.Last == Errno.EINTR);
        return (entries[0].Returned != 0, entries[1].Returned != 0);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(Entry* entries, nuint count, int timeout);

    // struct pollfd
    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
