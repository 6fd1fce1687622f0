using System.Runtime.InteropServices;
using System.Text;

namespace Unmanaged;

/// <summary>Functions of libc, called without the runtime's knowledge: a forked child must not enter it.</summary>
internal static unsafe class Libc
{
    internal const int O_RDWR = 2;
    internal const int O_CREAT = 0x40;

    internal static readonly nint Close = Export("close"), Execve = Export("execve"), Execvp = Export("execvp"), Exit = Export("_exit"), Fork = Export("fork"),
        Open = Export("open"), Pread = Export("pread"), Read = Export("read"), Setuid = Export("setuid"), Getuid = Export("getuid"),
        Waitpid = Export("waitpid"), Write = Export("write");

    /// <summary>For calls that return soon; the collector of garbage waits for them.</summary>
    internal static int Call(nint function, nint a = 0, nint b = 0, nint c = 0, nint d = 0) =>
        ((delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, nint, nint, nint, int>)function)(a, b, c, d);

    /// <summary>For calls that wait.</summary>
    internal static int Wait(nint function, nint a = 0, nint b = 0, nint c = 0) =>
        ((delegate* unmanaged[Cdecl]<nint, nint, nint, int>)function)(a, b, c);

    /// <summary>A C string for the process's life.</summary>
    internal static nint String(string text) => Marshal.StringToCoTaskMemUTF8(text);

    /// <summary>Writes a line past Console, which has descriptors of its own.</summary>
    internal static void Print(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        fixed (byte* start = bytes)
            _ = Wait(Write, 1, (nint)start, bytes.Length);
    }

    /// <summary>Waits for a line of input, or its end, past Console.</summary>
    internal static void WaitForWord()
    {
        byte letter = 0;
        while (letter != '\n' && Wait(Read, 0, (nint)(&letter), 1) == 1)
        {
        }
    }

    private static nint Export(string name) => NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), name);
}
