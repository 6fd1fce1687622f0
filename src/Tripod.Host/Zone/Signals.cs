using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>Signals: handlers of the target must never run in a child of ours.</summary>
internal static unsafe class Signals
{
    /// <summary>Blocks all; what is cloned from here on inherits that.</summary>
    [MethodImpl(Rules.Method)]
    public static void Block(Control* c, Scratch* scratch)
    {
        scratch->Mask = ulong.MaxValue;
        Syscall.Invoke(
            c, c->Machine.rt_sigprocmask, Signal.SIG_SETMASK, (nint)(&scratch->Mask), (nint)(&scratch->OldMask), Signal.SetSize);
    }

    [MethodImpl(Rules.Method)]
    public static void Restore(Control* c, Scratch* scratch) => Syscall.Invoke(
        c, c->Machine.rt_sigprocmask, Signal.SIG_SETMASK, (nint)(&scratch->OldMask), 0, Signal.SetSize);

    [MethodImpl(Rules.Method)]
    public static void Unblock(Control* c, Scratch* scratch, int signal)
    {
        scratch->Mask = 1UL << (signal - 1);
        Syscall.Invoke(c, c->Machine.rt_sigprocmask, Signal.SIG_UNBLOCK, (nint)(&scratch->Mask), 0, Signal.SetSize);
    }

    /// <summary>Gives a signal its default action, in this process only.</summary>
    [MethodImpl(Rules.Method)]
    public static void Default(Control* c, Scratch* scratch, int signal)
    {
        kernel_sigaction* action = &scratch->Action;
        action->sa_handler = 0;
        action->sa_flags = 0;
        action->sa_restorer = 0;
        action->sa_mask = 0;
        Syscall.Invoke(c, c->Machine.rt_sigaction, signal, (nint)action, 0, Signal.SetSize);
    }

    [MethodImpl(Rules.Method)]
    public static void DefaultAll(Control* c, Scratch* scratch)
    {
        for (int signal = 1; signal <= Signal.Last; signal++)
            Default(c, scratch, signal);
    }
}
