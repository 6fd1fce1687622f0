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
/// its stack pointer says. "After" is before the running threads are let go: they wake sleepers at once.
/// </remarks>
internal static unsafe class Sleepers
{
    /// <summary>Looks at the threads of which nothing is known yet and marks those that sleep.</summary>
    [MethodImpl(Rules.Method)]
    public static void Read(Control* c, Scratch* scratch)
    {
        for (int i = 0; i < c->Count; i++)
            Read(c, scratch, i);
    }

    /// <summary>Looks at one thread, if nothing is known of it yet, and marks it if it sleeps.</summary>
    [MethodImpl(Rules.Method)]
    public static void Read(Control* c, Scratch* scratch, int index)
    {
        ThreadRecord* record = c->Records + index;
        if (record->State is not (ThreadState.Listed or ThreadState.Seized))
            return;
        Sleeper* sleeper = c->Sleepers + index;
        Forget(c, record);
        if (!ReadImage(c, scratch, record->Tid, sleeper, sleeper->Image))
            return;
        record->CpuTime = Digits.ReadDecimal(sleeper->Image);
        if (IsSleeping(c, scratch, record))
            record->State = ThreadState.Asleep;
    }

    /// <summary>Finds the sleepers that have run since they were read, and gives them another state; how many there are.</summary>
    [MethodImpl(Rules.Method)]
    public static int FindWoken(Control* c, Scratch* scratch, ThreadState state)
    {
        int woken = 0;
        byte* now = scratch->Text;
        for (int i = 0; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State != ThreadState.Asleep)
                continue;
            Sleeper* sleeper = c->Sleepers + i;
            if (ReadImage(c, scratch, record->Tid, sleeper, now) && IsSame(sleeper->Image, now))
                continue;
            record->State = state;
            woken++;
        }
        return woken;
    }

    /// <summary>What was known of a sleep that is over.</summary>
    [MethodImpl(Rules.Method)]
    private static void Forget(Control* c, ThreadRecord* record)
    {
        record->SystemCall = -1;
        record->Registers[c->Machine.StackPointer] = 0;
        record->Registers[c->Machine.ProgramCounter] = 0;
    }

    /// <summary>
    /// False if the thread has gone, or the kernel does not count (its three numbers are then 0). The file stays open
    /// where it may, for reading it again costs a fifth of opening it again, while the target is stopped.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static bool ReadImage(Control* c, Scratch* scratch, int tid, Sleeper* sleeper, byte* image)
    {
        for (int i = 0; i < Sleeper.ImageSize / sizeof(long); i++)
            ((long*)image)[i] = 0;
        if (sleeper->File < 0)
            sleeper->File = TaskFile.Open(c, scratch, tid, c->SchedstatName);
        nint length = Syscall.Invoke(c, c->Machine.pread64, sleeper->File, (nint)image, Sleeper.ImageSize - 1, 0);
        if (sleeper->File >= c->FileLimit)
        {
            Syscall.Invoke(c, c->Machine.close, sleeper->File);
            sleeper->File = -1;
        }
        return length > 0 && !(image[0] == '0' && image[1] == ' ' && image[2] == '0' && image[3] == ' ' && image[4] == '0');
    }

    [MethodImpl(Rules.Method)]
    private static bool IsSame(byte* before, byte* now)
    {
        for (int i = 0; i < Sleeper.ImageSize / sizeof(long); i++)
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

    /// <summary>Whether a thread is blocked outside any system call: its number is −1 then.</summary>
    [MethodImpl(Rules.Method)]
    public static bool IsInPageFault(Control* c, Scratch* scratch, int tid) =>
        TaskFile.Read(c, scratch, tid, c->SyscallName, scratch->Text, Scratch.TextSize) > 0 && scratch->Text[0] == '-';

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
