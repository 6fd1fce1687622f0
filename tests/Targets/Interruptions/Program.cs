namespace Interruptions;

/// <summary>Calls that a stopped and continued thread would see interrupted, in loops that count EINTR.</summary>
internal static class Program
{
    private static volatile bool _stop;

    private static int Main()
    {
        using var polling = new WaitLoop("epoll_wait", Libc.EpollWaiter());
        using var receiving = new WaitLoop("recv", Libc.Receiver());
        using var sleeping = new WaitLoop("nanosleep", Libc.Sleeper());
        using var signalled = new WaitLoop("sigtimedwait", Libc.SignalWaiter());
        WaitLoop[] loops = [polling, receiving, sleeping, signalled];
        Thread[] threads = [.. loops.Select(loop => loop.Start(() => _stop))];
        Handshake.Reached();
        Handshake.WaitForWord();
        _stop = true;
        foreach (Thread thread in threads)
            thread.Join();
        foreach (WaitLoop loop in loops)
            Console.WriteLine(loop);
        return 0;
    }
}
