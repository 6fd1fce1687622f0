using System.Runtime.InteropServices;

namespace Tripod.Host.Native;

/// <summary>
/// System calls of the runtime's side. Each gives its result, or −errno. The zone does not come here: it has no P/Invoke.
/// </summary>
internal static unsafe class Kernel
{
    private static readonly Architecture Machine = Architecture.TryDetect(out var machine)
        ? machine
        : throw new PlatformNotSupportedException("Tripod knows Linux on x64 and arm64 only.");

    public static int Close(int descriptor) => (int)Call(Machine.close, descriptor);

    public static nint Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return Call(Machine.write, descriptor, (nint)start, bytes.Length);
    }

    public static nint Read(int descriptor, Span<byte> bytes)
    {
        fixed (byte* start = bytes)
            return Call(Machine.read, descriptor, (nint)start, bytes.Length);
    }

    public static int Open(ReadOnlySpan<byte> path, int flags)
    {
        fixed (byte* start = path)
            return (int)Call(Machine.openat, Fcntl.AT_FDCWD, (nint)start, flags | Fcntl.O_CLOEXEC);
    }

    /// <summary>Opens a file that is there to append to it; no symlink is followed.</summary>
    public static int OpenLog(ReadOnlySpan<byte> path) =>
        Open(path, Fcntl.O_WRONLY | Fcntl.O_APPEND | Machine.O_NOFOLLOW);

    /// <summary>Moves a descriptor out of the way of the target's own, whose numbers stay as they would have been.</summary>
    public static int MoveAway(int descriptor)
    {
        if (descriptor < 0)
            return descriptor;
        int moved = (int)Call(Machine.fcntl, descriptor, Fcntl.F_DUPFD_CLOEXEC, FirstDescriptor);
        if (moved < 0)
            return descriptor; // RLIMIT_NOFILE is lower than that: stay where we are
        Close(descriptor);
        return moved;
    }

    /// <summary>Our own descriptors have this number at least.</summary>
    public const int FirstDescriptor = 200;

    public static int SocketPair(int* pair) =>
        (int)Call(Machine.socketpair, Socket.AF_UNIX, Socket.SOCK_SEQPACKET | Socket.SOCK_CLOEXEC, 0, (nint)pair);

    /// <summary>The number that the kernel gives to one socket and to no other until it is started again; 0 if this is none.</summary>
    public static ulong SocketCookie(int descriptor)
    {
        ulong cookie = 0;
        int size = sizeof(ulong);
        nint result = Call(Machine.getsockopt, descriptor, Socket.SOL_SOCKET, Socket.SO_COOKIE, (nint)(&cookie), (nint)(&size));
        return result == 0 ? cookie : 0;
    }

    public static nint Send(int descriptor, void* buffer, nint size) =>
        Call(Machine.sendto, descriptor, (nint)buffer, size, Socket.MSG_DONTWAIT | Socket.MSG_NOSIGNAL);

    public static nint Receive(int descriptor, void* buffer, nint size) =>
        Call(Machine.recvfrom, descriptor, (nint)buffer, size, Socket.MSG_DONTWAIT);

    /// <summary>Zeroed memory; shared means shared with a forked child too. Negative: −errno.</summary>
    public static nint Map(nint size, bool shared)
    {
        int sharing = shared ? Mman.MAP_SHARED : Mman.MAP_PRIVATE;
        return Call(
            Machine.mmap, 0, size, Mman.PROT_READ | Mman.PROT_WRITE, sharing | Mman.MAP_ANONYMOUS | Mman.MAP_NORESERVE, -1);
    }

    public static void Unmap(void* start, nint size) => Call(Machine.munmap, (nint)start, size);

    /// <summary>The user whose rights the calling thread has.</summary>
    public static int EffectiveUser() => (int)Call(Machine.geteuid);

    public static int ThreadId() => (int)Call(Machine.gettid);

    /// <summary>Sends a signal to one process. A pid of 0 or less would mean a group, or everybody: refused.</summary>
    public static int Kill(int pid, int signal) => pid > 0 ? (int)Call(Machine.kill, pid, signal) : -Errno.ESRCH;

    /// <summary>
    /// errno where there are no pidfds, else 0. Asks for one of no process, which gives EINVAL and opens nothing
    /// (pidfd_open(2)).
    /// </summary>
    public static int LackOfProcessDescriptors() => Call(Machine.pidfd_open, -1) is < 0 and not -Errno.EINVAL and var error ? (int)-error : 0;

    /// <summary>Reaps one child of any kind; 0 if it has not ended yet.</summary>
    public static int TryReap(int pid) => (int)Call(Machine.wait4, pid, 0, Wait.__WALL | Wait.WNOHANG);

    /// <summary>Whether somebody has stopped a child since this was asked last; else as <see cref="TryReap(int)"/>.</summary>
    public static int TryReap(int pid, out bool isStopped)
    {
        int status = 0;
        int result = (int)Call(Machine.wait4, pid, (nint)(&status), Wait.__WALL | Wait.WNOHANG | Wait.WUNTRACED);
        isStopped = result > 0 && (status & 0xff) == 0x7f; // WIFSTOPPED
        return isStopped ? 0 : result;
    }

    /// <summary>Waits for a descriptor to become readable, or only for time to pass if it is negative. Nanoseconds.</summary>
    public static int WaitReadable(int descriptor, long timeout)
    {
        var poll = new pollfd { fd = descriptor, events = Poll.POLLIN };
        timespec time = Span(timeout);
        return (int)Call(Machine.ppoll, (nint)(&poll), 1, (nint)(&time));
    }

    /// <summary>Waits until the word is no longer <paramref name="value"/>, is woken, or the time (nanoseconds) is over.</summary>
    public static void WaitWhile(int* word, int value, long timeout)
    {
        timespec time = Span(timeout);
        Call(Machine.futex, (nint)word, Futex.FUTEX_WAIT, value, (nint)(&time));
    }

    public static void Wake(int* word) => Call(Machine.futex, (nint)word, Futex.FUTEX_WAKE, int.MaxValue);

    private static timespec Span(long nanoseconds)
    {
        nanoseconds = Math.Max(nanoseconds, 0);
        return new() { tv_sec = nanoseconds / Time.NanosecondsPerSecond, tv_nsec = nanoseconds % Time.NanosecondsPerSecond };
    }

    private static nint Call(int number, nint a = 0, nint b = 0, nint c = 0, nint d = 0, nint e = 0, nint f = 0)
    {
        nint result = Libc.syscall(number, a, b, c, d, e, f);
        return result == -1 ? -Marshal.GetLastPInvokeError() : result;
    }
}
