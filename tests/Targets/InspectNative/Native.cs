using System.Runtime.InteropServices;

namespace InspectNative;

/// <summary>Functions of libc, whose arguments need no marshalling: the compiler calls them without a stub.</summary>
internal static unsafe class Native
{
    [DllImport("libc")]
    public static extern int poll(void* files, nuint count, int timeout);

    [DllImport("libc")]
    public static extern int clock_nanosleep(int clock, int flags, long* time, long* left);

    [DllImport("libc")]
    public static extern void* memfrob(void* memory, nuint length);

    [DllImport("libc")]
    public static extern void qsort(void* first, nuint count, nuint size, delegate* unmanaged[Cdecl]<void*, void*, int> compare);

    [DllImport("libc")]
    public static extern int getppid();
}
