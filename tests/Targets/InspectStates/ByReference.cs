using System.Runtime.CompilerServices;

namespace InspectStates;

/// <summary>Optimised code that gives away the addresses of variables: the JIT then notes nothing of them. v2 is 2.</summary>
internal static class ByReference
{
    private static readonly CountdownEvent Arrived = new(2);
    private static int _other = 99;

    public static int Start()
    {
        new Thread(() => Give()) { IsBackground = true, Name = "kept" }.Start();
        new Thread(() => GiveAway()) { IsBackground = true, Name = "changed" }.Start();
        Arrived.Wait();
        return Arrived.InitialCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long Give()
    {
        int v1 = Make(1);
        long v2 = Make(2);
        (int, string) v3 = (Make(3), "three");
        long sum = Take(ref v1, in v2, ref v3);
        return sum + v1 + v2 + v3.Item1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long GiveAway()
    {
        int v4 = Make(4);
        return TakeOther(ref v4) + v4;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long Take(ref int first, in long second, ref (int, string) third)
    {
        Stand();
        return first + second + third.Item1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long TakeOther(ref int value)
    {
        value = ref Other();
        Stand();
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref int Other() => ref _other;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Make(int value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stand()
    {
        Arrived.Signal();
        Thread.Sleep(Timeout.Infinite);
    }
}
