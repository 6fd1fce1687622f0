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
        int v1 = Opaque.Make(1);
        long v2 = Opaque.Make(2);
        (int, string) v3 = (Opaque.Make(3), "three");
        long sum = Take(ref v1, in v2, ref v3);
        return sum + v1 + v2 + v3.Item1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long GiveAway()
    {
        int v4 = Opaque.Make(4);
        return TakeOther(ref v4) + v4;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long Take(ref int first, in long second, ref (int, string) third)
    {
        Opaque.Stand(Arrived);
        return first + second + third.Item1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static long TakeOther(ref int value)
    {
        value = ref Other();
        Opaque.Stand(Arrived);
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref int Other() => ref _other;
}
