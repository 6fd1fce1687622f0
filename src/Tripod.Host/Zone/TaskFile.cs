using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>Small files of /proc/PID/task/TID.</summary>
internal static unsafe class TaskFile
{
    /// <summary>Reads one; the number of bytes, 0 or less if the thread has ended or the file is closed to us.</summary>
    [MethodImpl(Rules.Method)]
    public static nint Read(Control* c, Scratch* scratch, int tid, byte* name, byte* to, int size)
    {
        int file = Open(c, scratch, tid, name);
        if (file < 0)
            return file;
        nint length = Syscall.Invoke(c, c->Machine.read, file, (nint)to, size);
        Syscall.Invoke(c, c->Machine.close, file);
        return length;
    }

    /// <summary>Opens one; −errno if that failed.</summary>
    [MethodImpl(Rules.Method)]
    public static int Open(Control* c, Scratch* scratch, int tid, byte* name)
    {
        byte* path = Digits.Write(scratch->Path, tid);
        *path++ = (byte)'/';
        while (*name != 0)
            *path++ = *name++;
        *path = 0;
        return (int)Syscall.Invoke(c, c->Machine.openat, c->TaskDescriptor, (nint)scratch->Path, Fcntl.O_CLOEXEC, 0);
    }
}
