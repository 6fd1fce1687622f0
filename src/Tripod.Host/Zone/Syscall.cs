using System.Runtime.CompilerServices;

namespace Tripod.Host.Zone;

/// <summary>System calls: the result, or −errno.</summary>
/// <remarks>
/// A CLONE_VM child shares errno with the thread that started it, here always the watchdog's. That thread sleeps in a
/// call while the tracer works, and the guardian begins its second-long sleep before that; so none sees the other's. Only
/// the end of that sleep can fall between a call of the watchdog's that failed and its look at errno: then one failure is
/// taken for ETIMEDOUT, and the collector, at worst, started anew. A tracer that lingers makes only calls that do not fail
/// while the target lives.
/// </remarks>
internal static unsafe class Syscall
{
    [MethodImpl(Rules.Method)]
    public static nint Invoke(Control* c, int number, nint a, nint b, nint d, nint e, nint f, nint g)
    {
        nint result = c->SystemCall(number, a, b, d, e, f, g);
        return result == -1 ? -*c->ErrnoLocation() : result;
    }

    [MethodImpl(Rules.Method)]
    public static nint Invoke(Control* c, int number, nint a, nint b, nint d, nint e) =>
        Invoke(c, number, a, b, d, e, 0, 0);

    [MethodImpl(Rules.Method)]
    public static nint Invoke(Control* c, int number, nint a, nint b, nint d) => Invoke(c, number, a, b, d, 0, 0, 0);

    [MethodImpl(Rules.Method)]
    public static nint Invoke(Control* c, int number, nint a, nint b) => Invoke(c, number, a, b, 0, 0, 0, 0);

    [MethodImpl(Rules.Method)]
    public static nint Invoke(Control* c, int number, nint a) => Invoke(c, number, a, 0, 0, 0, 0, 0);

    [MethodImpl(Rules.Method)]
    public static nint Invoke(Control* c, int number) => Invoke(c, number, 0, 0, 0, 0, 0, 0);

    /// <summary>Ends the calling process; no exit handler runs, and there is nowhere to return to.</summary>
    [MethodImpl(Rules.Method)]
    public static void Exit(Control* c, int status)
    {
        while (true)
            Invoke(c, c->Machine.exit_group, status);
    }
}
