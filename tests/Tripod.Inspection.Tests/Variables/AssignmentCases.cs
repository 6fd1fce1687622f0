using System.Runtime.CompilerServices;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>Methods of which it is asked what has been assigned at a call of <see cref="Here"/>. They are never run.</summary>
internal static class AssignmentCases
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Here(int point) => point;

    public static int Declared()
    {
        int a = Here(1);
        return Here(2) + a;
    }

    public static int Round()
    {
        int sum = 0;
        for (int i = 0; i < 3; i++)
        {
            int a = Here(1);
            sum += Here(2) + a;
        }
        return sum;
    }

    public static int Sometimes()
    {
        int a;
        if (Here(1) > 0)
            Use(a = 1);
        Here(2);
        a = 2;
        return Here(3) + a;
    }

    public static int Filled()
    {
        Fill(Here(1), out int a);
        return Here(2) + a;
    }

    public static int Finally()
    {
        int a;
        try
        {
            Here(1);
        }
        finally
        {
            a = 1;
        }
        return Here(2) + a;
    }

    public static int Caught()
    {
        int a;
        try
        {
            a = Here(1);
            Here(2);
        }
        catch (ArgumentException)
        {
            a = Here(3);
        }
        return Here(4) + a;
    }

    public static int Captured()
    {
        int a = Here(1);
        Func<int> function = () => a;
        return Here(2) + function();
    }

    public static async Task<int> Awaiting()
    {
        int a = Here(1);
        await Task.Yield();
        int b = Here(2);
        await Task.Yield();
        return Here(3) + a + b;
    }

    public static IEnumerable<int> Yielding()
    {
        int a = Here(1);
        yield return Here(2);
        int b = Here(3);
        yield return b;
        yield return Here(4) + a + b;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fill(int point, out int a)
    {
        Here(point + 1);
        a = 1;
        Here(2);
    }

    /// <summary>What the JIT may turn into <c>Fill(Here(1), …)</c>, under the second line.</summary>
    public static void Moved()
    {
        int point = Here(1);
        Fill(point, out _);
    }

    /// <summary>The second line uses no type.</summary>
    public static void UsedOnce()
    {
        int point = Initialized.Value;
        Fill(point, out _);
    }

    /// <summary>The last line uses no type.</summary>
    public static void UsedTwice()
    {
        int point = Initialized.Value;
        Here(point + Initialized.Value);
        Fill(point, out _);
    }

    /// <summary>The last line uses no type.</summary>
    public static void UsedInside()
    {
        int point = Inner();
        Fill(point, out _);
    }

    private static int Inner() => Initialized.Value;

    private static void Use(int _) { }

    private static class Initialized
    {
        public static readonly int Value;

        static Initialized() => Value = Here(1);
    }
}
