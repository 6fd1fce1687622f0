using System.Runtime.CompilerServices;

namespace BusyLoop;

/// <summary>
/// A loop without calls, so that no safe point of its own ever stops it. Its counter is verifiable: it starts at the
/// argument, only grows, and its last value is printed.
/// </summary>
internal static class Program
{
    private static volatile bool _stop;

    private static int Main()
    {
        new Thread(Listen) { IsBackground = true, Name = "listener" }.Start();
        Handshake.Reached();
        long last = Spin(1_000_000_007, out long mirror);
        Console.WriteLine($"last {last}, mirror {mirror}");
        return 0;
    }

    private static void Listen()
    {
        Handshake.WaitForWord();
        _stop = true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Spin(long first, out long negative)
    {
        long counter = first;
        long mirror = -first;
        while (!_stop)
        {
            counter++;
            mirror = -counter;
        }
        negative = mirror;
        return counter;
    }
}
