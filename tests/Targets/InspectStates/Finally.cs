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
        int v1 = Opaque.Make(1), v2 = Opaque.Make(2), v3 = Opaque.Make(3), v4 = Opaque.Make(4), v5 = Opaque.Make(5);
        int sum = 0;
        try
        {
            Throw(isThrown);
        }
        finally
        {
            int v11 = Opaque.Make(11), v12 = Opaque.Make(12), v13 = Opaque.Make(13), v14 = Opaque.Make(14);
            Opaque.Stand(Arrived);
            sum += Opaque.Make(v11) + Opaque.Make(v12) + Opaque.Make(v13) + Opaque.Make(v14);
        }
        for (int i = 0; i < sum; i++)
            sum ^= Opaque.Make(v1) + Opaque.Make(v2) * Opaque.Make(v3) - Opaque.Make(v4) ^ Opaque.Make(v5) * Opaque.Make(v1);
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(bool isThrown)
    {
        if (isThrown)
            throw new InvalidOperationException();
    }
}
