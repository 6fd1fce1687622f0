using System.Runtime.CompilerServices;

namespace InspectStates;

/// <summary>Calls that the JIT cannot see through.</summary>
internal static class Opaque
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Make(int value) => value;

    /// <summary>Says that the thread is there, and stays for ever.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Stand(CountdownEvent arrived)
    {
        arrived.Signal();
        Thread.Sleep(Timeout.Infinite);
    }
}
