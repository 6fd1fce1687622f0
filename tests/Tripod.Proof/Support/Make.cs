using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Proof;

/// <summary>Values that follow from the names of the variables that hold them: i321 is the int of id 321.</summary>
static class Make
{
    private const MethodImplOptions Call = MethodImplOptions.NoInlining;

    [MethodImpl(Call)] public static int I(int id) => id + 1_000_000;
    [MethodImpl(Call)] public static long L(int id) => ((long)id << 32) + id;
    [MethodImpl(Call)] public static ulong U(int id) => (1UL << 63) + (ulong)id;
    [MethodImpl(Call)] public static byte Y(int id) => (byte)(id % 200 + 1);
    [MethodImpl(Call)] public static short C(int id) => (short)(id % 9_000 * 3 + 1);
    [MethodImpl(Call)] public static char H(int id) => (char)('A' + id % 26);
    [MethodImpl(Call)] public static bool B(int id) => id > 0;
    [MethodImpl(Call)] public static double D(int id) => id + 0.5;
    [MethodImpl(Call)] public static float F(int id) => id + 0.25f;
    [MethodImpl(Call)] public static decimal M(int id) => id + 0.75m;
    [MethodImpl(Call)] public static string S(int id) => "s" + id;
    [MethodImpl(Call)] public static Obj O(int id) => new() { Id = id };
    [MethodImpl(Call)] public static int[] A(int id) => [id, id + 1];
    [MethodImpl(Call)] public static Pair P(int id) => new() { A = id, B = "p" + id };
    [MethodImpl(Call)] public static (int, string) T(int id) => (id + 3_000_000, "t" + id);
    [MethodImpl(Call)] public static int? N(int id) => id + 2_000_000;
    [MethodImpl(Call)] public static Color E(int id) => (Color)(id % 3 + 1);
    [MethodImpl(Call)] public static int W(int id, int phase) => id * 10 + phase;
    [MethodImpl(Call)] public static int J(int id, int round) => id * 100 + round;
    [MethodImpl(Call)] public static int[] R(int id) => [I(id)];

    [MethodImpl(Call)]
    public static T Q<T>(int id) => (T)(typeof(T) == typeof(string) ? S(id) : typeof(T) == typeof(int) ? I(id) : (object)P(id));

    [MethodImpl(Call)] public static Span<int> Z(int id) => new int[] { id, id + 1 };
    [MethodImpl(Call)] public static ReadOnlySpan<char> V(int id) => "v" + id;
    [MethodImpl(Call)] public static ref int Ref(int id) => ref new int[] { I(id) }[0];
    [MethodImpl(Call)] public static Guard G(int id) => new() { Id = id };
    [MethodImpl(Call)] public static object Any(int id) => O(id);
    [MethodImpl(Call)] public static List<int> List(int id) => [I(id)];

    public static IEnumerable<int> Iterate(int id)
    {
        yield return I(id);
    }

    [MethodImpl(Call)] public static long Use<T>(T value) => value is null ? 0 : 1;

    [MethodImpl(Call)] public static long Use(Span<int> value) => value.Length;

    [MethodImpl(Call)] public static long Use(ReadOnlySpan<char> value) => value.Length;

    [MethodImpl(Call)] public static void Fail(int id) => throw new InvalidOperationException("x" + id);

    public static Task<T> Soon<T>(T value) => Task.FromResult(value);

    public static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}

sealed class Obj
{
    public int Id;
}

sealed class Guard : IDisposable
{
    public int Id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Dispose()
    {
        for (int i = 0; i < 400; i++)
            Id ^= i & 0;
    }
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
