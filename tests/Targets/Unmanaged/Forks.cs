namespace Unmanaged;

/// <summary>fork(2) without exec. The child calls libc alone.</summary>
internal static unsafe class Forks
{
    private const int Wanted = 50;
    private const int ChildStatus = 7;

    internal static int Many()
    {
        byte* line = stackalloc byte[] { (byte)'c', (byte)'h', (byte)'i', (byte)'l', (byte)'d', (byte)'\n' };
        int right = 0;
        for (int i = 0; i < Wanted; i++)
        {
            int status = 0;
            int child = Start(line, sleeps: false);
            if (Libc.Wait(Libc.Waitpid, child, (nint)(&status), 0) == child && status == ChildStatus << 8)
                right++;
            Thread.Sleep(10);
        }
        Libc.Print($"{right} of {Wanted} children ended as they should");
        return 0;
    }

    internal static int ThatOutlivesUs()
    {
        byte* line = stackalloc byte[] { (byte)'l', (byte)'a', (byte)'t', (byte)'e', (byte)'r', (byte)'\n' };
        Libc.Print(Start(line, sleeps: true) > 0 ? "forked" : "not forked");
        return 3;
    }

    private static int Start(byte* line, bool sleeps)
    {
        _ = Libc.Call(Libc.Getuid); // the way into libc has been gone before: nothing is left for the runtime to do in the child
        int child = Libc.Call(Libc.Fork);
        if (child != 0)
            return child;
        byte letter;
        if (sleeps)
            _ = Libc.Call(Libc.Read, 0, (nint)(&letter), 1); // until standard input ends
        _ = Libc.Call(Libc.Write, 1, (nint)line, 6);
        return Libc.Call(Libc.Exit, ChildStatus);
    }
}
