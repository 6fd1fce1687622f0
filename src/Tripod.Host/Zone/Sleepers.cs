using System.Runtime.CompilerServices;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// Threads that are blocked in a system call. /proc tells where, so they are never touched: stopping one would end
/// its epoll_wait, recv with a timeout or sigtimedwait with EINTR (signal(7)).
/// </summary>
/// <remarks>
/// schedstat is read before and after: time on a CPU, time waiting for one, and how often the thread was put on one.
/// If it is the same after the twin was forked, the thread did not run in between, and the twin has its stack as
/// its stack pointer says.
/// </remarks>
internal static unsafe class Sleepers
{
    /// <summary>Looks at the threads from <paramref name="first"/> on and marks those that sleep.</summary>
    [MethodImpl(Rules.Method)]
    public static void Read(Control* c, Scratch* scratch, int first)
    {
        for (int i = first; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State is not (ThreadState.Listed or ThreadState.Seized))
                continue;
            byte* image = c->Images + i * Control.ImageSize;
            if (!ReadImage(c, scratch, record->Tid, image))
                continue;
            record->CpuTime = Digits.ReadDecimal(image);
            if (IsSleeping(c, scratch, record))
                record->State = ThreadState.Asleep;
        }
    }

    /// <summary>Marks the sleepers that have run since they were read.</summary>
    [MethodImpl(Rules.Method)]
    public static void Validate(Control* c, Scratch* scratch)
    {
        byte* now = scratch->Text;
        for (int i = 0; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State != ThreadState.Asleep)
                continue;
            if (ReadImage(c, scratch, record->Tid, now) && IsSame(c->Images + i * Control.ImageSize, now))
                continue;
            record->State = ThreadState.Unstable;
            c->Unstable++;
        }
    }

    /// <summary>False if the thread has gone, or the kernel does not count (its three numbers are then 0).</summary>
    [MethodImpl(Rules.Method)]
    private static bool ReadImage(Control* c, Scratch* scratch, int tid, byte* image)
    {
        for (int i = 0; i < Control.ImageSize / sizeof(long); i++)
            ((long*)image)[i] = 0;
        nint length = TaskFile.Read(c, scratch, tid, c->SchedstatName, image, Control.ImageSize - 1);
        return length > 0 && !(image[0] == '0' && image[1] == ' ' && image[2] == '0' && image[3] == ' ' && image[4] == '0');
    }

    [MethodImpl(Rules.Method)]
    private static bool IsSame(byte* before, byte* now)
    {
        for (int i = 0; i < Control.ImageSize / sizeof(long); i++)
        {
            if (((long*)before)[i] != ((long*)now)[i])
                return false;
        }
        return true;
    }

    /// <summary>
    /// /proc/PID/task/TID/syscall: "running", or "NUMBER ARGUMENT*6 SP PC" (proc(5)). A thread that is blocked outside
    /// any system call, in a page fault, has the number −1; its other registers matter, so it is stopped like a
    /// running one.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static bool IsSleeping(Control* c, Scratch* scratch, ThreadRecord* record)
    {
        byte* text = scratch->Text;
        nint length = TaskFile.Read(c, scratch, record->Tid, c->SyscallName, text, Scratch.TextSize - 1);
        if (length <= 0 || text[0] < '0' || text[0] > '9')
            return false;
        text[length] = 0;
        byte* counter = LastWord(text, text + length);
        byte* pointer = LastWord(text, counter);
        if (pointer == text)
            return false;
        ulong sp = Digits.ReadHexadecimal(pointer);
        ulong pc = Digits.ReadHexadecimal(counter);
        if (sp == 0 || pc == 0)
            return false;
        record->SystemCall = Digits.ReadDecimal(text);
        record->Registers[c->Machine.StackPointer] = sp;
        record->Registers[c->Machine.ProgramCounter] = pc;
        return true;
    }

    /// <summary>Start of the last word that ends before <paramref name="end"/>.</summary>
    [MethodImpl(Rules.Method)]
    private static byte* LastWord(byte* start, byte* end)
    {
        while (end > start && end[-1] <= ' ')
            end--;
        while (end > start && end[-1] > ' ')
            end--;
        return end;
    }
}
