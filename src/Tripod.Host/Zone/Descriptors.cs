using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>Files of the zone.</summary>
internal static unsafe class Descriptors
{
    /// <summary>Opens a file; −errno if that failed.</summary>
    [MethodImpl(Rules.Method)]
    public static int Open(Control* c, byte* path, int flags) =>
        (int)Syscall.Invoke(c, c->Machine.openat, Fcntl.AT_FDCWD, (nint)path, flags | Fcntl.O_CLOEXEC, 0);

    /// <summary>Whether a descriptor is still the socket with this cookie (SO_COOKIE, socket(7)).</summary>
    [MethodImpl(Rules.Method)]
    public static bool IsSocket(Control* c, Scratch* scratch, int descriptor, ulong cookie)
    {
        scratch->Cookie = 0;
        scratch->Status = sizeof(ulong);
        nint result = Syscall.Invoke(
            c, c->Machine.getsockopt, descriptor, Socket.SOL_SOCKET, Socket.SO_COOKIE, (nint)(&scratch->Cookie),
            (nint)(&scratch->Status), 0);
        return result == 0 && scratch->Cookie == cookie;
    }

    [MethodImpl(Rules.Method)]
    public static void WriteFile(Control* c, byte* path, byte* text)
    {
        int length = 0;
        while (text[length] != 0)
            length++;
        nint file = Syscall.Invoke(
            c, c->Machine.openat, Fcntl.AT_FDCWD, (nint)path, Fcntl.O_WRONLY | Fcntl.O_CLOEXEC, 0);
        if (file < 0)
            return;
        Syscall.Invoke(c, c->Machine.write, file, (nint)text, length);
        Syscall.Invoke(c, c->Machine.close, file);
    }

    /// <summary>Closes all from one number on. Only for a process with a table of descriptors of its own.</summary>
    [MethodImpl(Rules.Method)]
    public static void CloseFrom(Control* c, Scratch* scratch, int first)
    {
        if (Syscall.Invoke(c, c->Machine.close_range, first, int.MaxValue, 0) == 0)
            return;
        // Linux before 5.9
        rlimit* limit = &scratch->Limit;
        limit->rlim_cur = 65536;
        Syscall.Invoke(c, c->Machine.prlimit64, 0, Resource.RLIMIT_NOFILE, 0, (nint)limit);
        for (nint file = first; (ulong)file < limit->rlim_cur; file++)
            Syscall.Invoke(c, c->Machine.close, file);
    }
}
