using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InspectNative;

/// <summary>Optimised methods with values in registers that calls keep, around calls of native code that do not come back.</summary>
internal static unsafe class Registers
{
    private const MethodImplOptions Optimised = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;
    private const int Monotonic = 1;
    private const nuint MostBytes = 1 << 22;

    private static readonly object Door = new();
    private static readonly void* Memory = NativeMemory.AllocZeroed(MostBytes);

    public static void Start()
    {
        Monitor.Enter(Door);
        Crew.Run("poll", () => Polling());
        Crew.Run("nanosleep", () => Nanosleeping());
        Crew.Run("sleep", () => Sleeping());
        Crew.Run("monitor", () => Entering());
        Crew.Run("running", () => Running());
        Crew.Run("sorting", () => Sorting());
    }

    [MethodImpl(Optimised)]
    private static long Polling()
    {
        int v41_1i = Make.I(4101), v41_2i = Make.I(4102), v41_3i = Make.I(4103);
        long v41_4l = Make.L(4104), v41_5l = Make.L(4105);
        string v41_6s = Make.S(4106);
        Crew.Arrive();
        int result = Native.poll(null, 0, -1);
        return result + v41_1i + v41_2i + v41_3i + v41_4l + v41_5l + v41_6s.Length;
    }

    [MethodImpl(Optimised)]
    private static long Nanosleeping()
    {
        long* time = stackalloc long[2];
        time[0] = 1_000_000;
        time[1] = 0;
        int v42_1i = Make.I(4201), v42_2i = Make.I(4202), v42_3i = Make.I(4203);
        long v42_4l = Make.L(4204);
        string v42_6s = Make.S(4206);
        Crew.Arrive();
        int result = Native.clock_nanosleep(Monotonic, 0, time, null);
        return result + v42_1i + v42_2i + v42_3i + v42_4l + v42_6s.Length;
    }

    [MethodImpl(Optimised)]
    private static long Sleeping()
    {
        int v43_1i = Make.I(4301), v43_2i = Make.I(4302), v43_3i = Make.I(4303);
        string v43_6s = Make.S(4306);
        Crew.Arrive();
        Thread.Sleep(Timeout.Infinite);
        return v43_1i + v43_2i + v43_3i + v43_6s.Length;
    }

    [MethodImpl(Optimised)]
    private static long Entering()
    {
        int v44_1i = Make.I(4401), v44_2i = Make.I(4402), v44_3i = Make.I(4403);
        string v44_6s = Make.S(4406);
        Crew.Arrive();
        Monitor.Enter(Door);
        return v44_1i + v44_2i + v44_3i + v44_6s.Length;
    }

    [MethodImpl(Optimised)]
    private static long Running()
    {
        int v45_1i = Make.I(4501), v45_2i = Make.I(4502), v45_3i = Make.I(4503);
        long v45_4l = Make.L(4504);
        string v45_6s = Make.S(4506);
        Crew.Arrive();
        while (Native.memfrob(Memory, MostBytes) == Memory)
        {
        }
        return v45_1i + v45_2i + v45_3i + v45_4l + v45_6s.Length;
    }

    // native code between two managed methods, which changes the registers of the older one
    [MethodImpl(Optimised)]
    private static long Sorting()
    {
        int v46_1i = Make.I(4601), v46_2i = Make.I(4602), v46_3i = Make.I(4603);
        long v46_4l = Make.L(4604);
        string v46_6s = Make.S(4606);
        Native.qsort(Memory, 1000, sizeof(long), &Compare);
        return v46_1i + v46_2i + v46_3i + v46_4l + v46_6s.Length;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Compare(void* left, void* right) => (int)Comparing();

    [MethodImpl(Optimised)]
    private static long Comparing()
    {
        int v47_1i = Make.I(4701), v47_2i = Make.I(4702), v47_3i = Make.I(4703), v47_4i = Make.I(4704), v47_5i = Make.I(4705);
        Crew.Arrive();
        Thread.Sleep(Timeout.Infinite);
        return v47_1i + v47_2i + v47_3i + v47_4i + v47_5i;
    }
}
