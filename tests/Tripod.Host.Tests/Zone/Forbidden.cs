using System.Runtime.CompilerServices;

namespace Tripod.Host.Tests.Zone.Negative;

/// <summary>One method for each thing that the zone must not do. Never run, only read.</summary>
internal static unsafe class Forbidden
{
    private const MethodImplOptions Zone = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private static int s_static;

    [MethodImpl(Zone)]
    public static object NewObject() => new();

    [MethodImpl(Zone)]
    public static int[] NewArray(int length) => new int[length];

    [MethodImpl(Zone)]
    public static object Box(int number) => number;

    [MethodImpl(Zone)]
    public static string LoadString() => "text";

    [MethodImpl(Zone)]
    public static int CallVirtual(object something) => something.GetHashCode();

    [MethodImpl(Zone)]
    public static int LoadStatic() => s_static;

    [MethodImpl(Zone)]
    public static void StoreStatic() => s_static = 1;

    [MethodImpl(Zone)]
    public static int LoadField(Holder holder) => holder.Number;

    [MethodImpl(Zone)]
    public static void Throw() => throw null!;

    [MethodImpl(Zone)]
    public static int CallOutside() => Environment.ProcessId;

    [MethodImpl(Zone)]
    public static int CallNeighbour() => Outside.Neighbour.Number();

    [MethodImpl(Zone)]
    public static nint PointOutside() => (nint)(delegate*<int>)&Outside.Neighbour.Number;

    [MethodImpl(Zone)]
    public static int CallUnmanaged(delegate* unmanaged<int> function) => function();

    [MethodImpl(Zone)]
    public static int Divide(int a, int b) => a / b;

    [MethodImpl(Zone)]
    public static int Remainder(int a, int b) => a % b;

    [MethodImpl(Zone)]
    public static int Checked(int a, int b) => checked(a + b);

    [MethodImpl(Zone)]
    public static byte Narrow(int a) => checked((byte)a);

    [MethodImpl(Zone)]
    public static int Index(int[] numbers) => numbers[0];

    [MethodImpl(Zone)]
    public static void Allocate(int size)
    {
        byte* memory = stackalloc byte[size];
        *memory = 0;
    }

    [MethodImpl(Zone)]
    public static void CopyStruct(Pair* from, Pair* to) => *to = *from;

    [MethodImpl(Zone)]
    public static void ClearStruct(Pair* pair) => *pair = default;

    [MethodImpl(Zone)]
    public static void Catch(int* number)
    {
        try
        {
            *number = 1;
        }
        finally
        {
            *number = 2;
        }
    }

    [MethodImpl(Zone)]
    public static bool Cast(object something) => something is string;

    [MethodImpl(Zone)]
    public static T Generic<T>(T* value)
        where T : unmanaged => *value;

    public static int NotPrepared() => 1;

    internal struct Pair(long first, long second)
    {
        public long First = first;
        public long Second = second;
    }

    internal sealed class Holder(int number)
    {
        public int Number = number;
    }
}
