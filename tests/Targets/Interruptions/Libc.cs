using System.Runtime.InteropServices;

namespace Interruptions;

/// <summary>The calls under test, from libc itself: .NET's own wrappers would call again after EINTR and hide it.</summary>
internal static unsafe partial class Libc
{
    private const int WaitMilliseconds = 20;
    private const int AF_UNIX = 1, SOCK_STREAM = 1, SOL_SOCKET = 1, SO_RCVTIMEO = 20;

    internal static Func<int> EpollWaiter()
    {
        int epoll = epoll_create1(0);
        return () =>
        {
            byte* events = stackalloc byte[16];
            return epoll_wait(epoll, events, 1, WaitMilliseconds);
        };
    }

    internal static Func<int> Receiver()
    {
        int* pair = stackalloc int[2];
        Check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
        int reader = pair[0];
        long* timeout = stackalloc long[2] { 0, WaitMilliseconds * 1000 };
        Check(setsockopt(reader, SOL_SOCKET, SO_RCVTIMEO, timeout, 16));
        return () =>
        {
            byte* buffer = stackalloc byte[1];
            return (int)recv(reader, buffer, 1, 0);
        };
    }

    internal static Func<int> Sleeper() => () =>
    {
        long* time = stackalloc long[2] { 0, WaitMilliseconds * 1_000_000 };
        return nanosleep(time, null);
    };

    internal static Func<int> SignalWaiter() => () =>
    {
        // an empty set of 1024 bits (sigset_t): only the timeout ends the wait
        ulong* none = stackalloc ulong[16];
        new Span<ulong>(none, 16).Clear();
        long* time = stackalloc long[2] { 0, WaitMilliseconds * 1_000_000 };
        return sigtimedwait(none, null, time);
    };

    private static void Check(int result)
    {
        if (result < 0)
            throw new InvalidOperationException($"errno {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_wait(int epoll, byte* events, int maxEvents, int timeout);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socketpair(int domain, int type, int protocol, int* pair);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(int socket, int level, int name, void* value, uint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(int socket, void* buffer, nuint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int nanosleep(long* time, long* remaining);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int sigtimedwait(ulong* set, void* info, long* timeout);
}
