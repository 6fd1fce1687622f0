using System.Runtime.CompilerServices;

namespace InspectStates;

/// <summary>
/// Optimised code in a finally block, which is compiled twice, for when nothing was thrown and for when something was.
/// There are more variables than registers, so that some are stored as soon as they have a value: v14 is 14.
/// </summary>
internal static class Finally
{
    private static readonly CountdownEvent Arrived = new(2);

    public static int Start()
    {
        foreach (bool isThrown in (bool[])[false, true])
            new Thread(() => Run(isThrown)) { IsBackground = true, Name = isThrown ? "thrown" : "passed" }.Start();
        Arrived.Wait();
        return Arrived.InitialCount;
    }

    private static void Run(bool isThrown)
    {
        try
        {
            Block(isThrown);
        }
        catch (InvalidOperationException)
        {
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Block(bool isThrown)
    {
        int v1 = Make(1), v2 = Make(2), v3 = Make(3), v4 = Make(4), v5 = Make(5);
        int sum = 0;
        try
        {
            Throw(isThrown);
        }
        finally
        {
            int v11 = Make(11), v12 = Make(12), v13 = Make(13), v14 = Make(14);
            Stand();
            sum += Make(v11) + Make(v12) + Make(v13) + Make(v14);
        }
        for (int i = 0; i < sum; i++)
            sum ^= Make(v1) + Make(v2) * Make(v3) - Make(v4) ^ Make(v5) * Make(v1);
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Make(int value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(bool isThrown)
    {
        if (isThrown)
            throw new InvalidOperationException();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stand()
    {
        Arrived.Signal();
        Thread.Sleep(Timeout.Infinite);
    }
}
