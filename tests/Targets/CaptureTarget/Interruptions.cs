using System.Runtime.InteropServices;

namespace CaptureTarget;

/// <summary>Threads that block again and again in calls which a careless tracer would end with EINTR.</summary>
internal sealed unsafe partial class Interruptions
{
    private const int EINTR = 4;

    private int _count;
    private long _calls;

    public int Count => _count;

    public long Calls => Interlocked.Read(ref _calls);

    public void Start()
    {
        int* pair = stackalloc int[2];
        int made = socketpair(1, 1, 0, pair);
        long* timeout = stackalloc long[2] { 0, 3000 };
        made |= setsockopt(pair[0], 1, 20, timeout, 16); // SO_RCVTIMEO
        int epoll = epoll_create1(0);
        if (made != 0 || epoll < 0)
            throw new IOException("socketpair, setsockopt or epoll_create1");
        int socket = pair[0];
        Loop("epoll", () =>
        {
            byte* events = stackalloc byte[16];
            return epoll_wait(epoll, events, 1, 3);
        });
        Loop("recv", () =>
        {
            byte buffer;
            return (int)recv(socket, &buffer, 1, 0);
        });
        Loop("nanosleep", () =>
        {
            long* time = stackalloc long[2] { 0, 2_000_000 };
            return nanosleep(time, null);
        });
        Loop("epoll, long", () =>
        {
            byte* events = stackalloc byte[16];
            return epoll_wait(epoll, events, 1, 100);
        });
    }

    private void Loop(string name, Func<int> call) => new Thread(() =>
    {
        while (true)
        {
            if (call() < 0 && Marshal.GetLastPInvokeError() == EINTR)
            {
                Interlocked.Increment(ref _count);
                Console.WriteLine($"interrupted_{name} gc {GC.CollectionCount(0)}");
            }
            Interlocked.Increment(ref _calls);
        }
    })
    { IsBackground = true, Name = name }.Start();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_wait(int epoll, byte* events, int most, int timeout);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(int socket, byte* buffer, nuint size, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int nanosleep(long* time, long* left);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socketpair(int domain, int type, int protocol, int* pair);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsockopt(int socket, int level, int name, void* value, uint size);
}
