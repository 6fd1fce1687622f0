using System.Runtime.CompilerServices;

namespace InspectNative;

/// <summary>
/// Values that follow from the names of the variables that hold them: v3_21i is the int of id 321. The test knows the
/// same rules.
/// </summary>
static class Make
{
    private const MethodImplOptions Call = MethodImplOptions.NoInlining;

    [MethodImpl(Call)] public static int I(int id) => id + 1_000_000;
    [MethodImpl(Call)] public static string S(int id) => "s" + id;
    [MethodImpl(Call)] public static Obj O(int id) => new() { Id = id };
    [MethodImpl(Call)] public static long L(int id) => ((long)id << 32) + id;
    [MethodImpl(Call)] public static double D(int id) => id + 0.5;
    [MethodImpl(Call)] public static float F(int id) => id + 0.25f;
    [MethodImpl(Call)] public static Pair P(int id) => new() { A = id, B = "p" + id };
    [MethodImpl(Call)] public static byte Y(int id) => (byte)(id % 200 + 1);
    [MethodImpl(Call)] public static short C(int id) => (short)(id * 3 + 1);
    [MethodImpl(Call)] public static int? N(int id) => id + 2_000_000;
    [MethodImpl(Call)] public static (int, string) T(int id) => (id + 3_000_000, "t" + id);
    [MethodImpl(Call)] public static Color E(int id) => (Color)(id % 3 + 1);

    [MethodImpl(Call)] public static long Use<T>(T value) => value is null ? 0 : 1;
}

sealed class Obj
{
    public int Id;
}

struct Pair
{
    public int A;
    public string B;
}

enum Color
{
    Red = 1,
    Green = 2,
    Blue = 3,
}
