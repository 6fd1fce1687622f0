using System.Globalization;
using System.Text;
using Tripod.Host.Native;
using Tripod.Host.Zone;
using Tripod.Wire;

namespace Tripod.Host.Capture;

/// <summary>The memory of the zone: mapped once and for good, because the zone cannot ask for more.</summary>
internal static unsafe class ZoneMemory
{
    /// <summary>Threads that one sample can hold.</summary>
    public const int MostThreads = 4096;

    /// <summary>Bytes of the records, as the collector maps them.</summary>
    public static readonly nint RecordsSize = MostThreads * sizeof(ThreadRecord);

    private const int StackSize = 128 * 1024;
    private const int EntriesSize = 64 * 1024;
    private const int ControlSize = 16 * 1024;

    /// <summary>Maps and fills it; null and errno if memory or a function of libc is missing.</summary>
    public static Control* TryCreate(in Architecture machine, out int error)
    {
        // What the zone only works with is private, the stack above all: the twin runs on its copy.
        nint work = TracerMemory.MostTracers * TracerSize + EntriesSize + MostThreads * sizeof(Sleeper);
        nint control = Kernel.Map(ControlSize, shared: true);
        nint privately = Kernel.Map(work, shared: false);
        nint records = Kernel.Map(RecordsSize, shared: true);
        error = (int)Math.Max(0, -Math.Min(control, Math.Min(privately, records)));
        if (error != 0)
            return null;
        var c = (Control*)control;
        c->Machine = machine;
        c->Entries = LayOutTracers(c, (byte*)privately);
        c->EntriesSize = EntriesSize;
        c->Sleepers = (Sleeper*)(c->Entries + EntriesSize);
        c->Records = (ThreadRecord*)records;
        c->RecordsSize = RecordsSize;
        c->Capacity = MostThreads;
        c->TwinMessage = Message.Create(MessageType.Twin);
        Connect(c);
        WriteStrings(c, (byte*)(c + 1));
        return c;
    }

    private static nint TracerSize => StackSize + sizeof(TracerMemory) + MostThreads * sizeof(int);

    /// <summary>Where their memory ends.</summary>
    private static byte* LayOutTracers(Control* c, byte* at)
    {
        c->Tracers = (TracerMemory*)(at + TracerMemory.MostTracers * StackSize);
        var stragglers = (int*)(c->Tracers + TracerMemory.MostTracers);
        for (int i = 0; i < TracerMemory.MostTracers; i++)
        {
            c->Tracers[i].Stack = at + (i + 1) * StackSize;
            c->Tracers[i].Stragglers = stragglers + i * MostThreads;
        }
        c->Mine = c->Tracers;
        return (byte*)(stragglers + TracerMemory.MostTracers * MostThreads);
    }

    private static void Connect(Control* c)
    {
        c->SystemCall = (delegate*<nint, nint, nint, nint, nint, nint, nint, nint>)Libc.Export("syscall");
        c->ErrnoLocation = (delegate*<int*>)Libc.Export("__errno_location");
        c->Clone = (delegate*<void*, void*, int, void*, void*, void*, void*, int>)Libc.Export("clone");
        c->TracerEntry = (delegate*<void*, int>)&Tracer.Enter;
        c->TargetPid = Environment.ProcessId;
    }

    private static void WriteStrings(Control* c, byte* at)
    {
        // by its number: the tracer, which opens it, is a process of its own
        c->TaskPath = Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{c->TargetPid}/task\0")), ref at);
        c->OwnTaskPath = Write("/proc/self/task\0"u8, ref at);
        c->RecordsName = Write("tripod-threads\0"u8, ref at);
        c->MemoryPath = Write("/proc/self/mem\0"u8, ref at);
        c->OomPath = Write("/proc/self/oom_score_adj\0"u8, ref at);
        c->OomValue = Write("1000\0"u8, ref at);
        c->SchedstatName = Write("schedstat\0"u8, ref at);
        c->SyscallName = Write("syscall\0"u8, ref at);
    }

    private static byte* Write(ReadOnlySpan<byte> text, ref byte* at)
    {
        byte* start = at;
        text.CopyTo(new Span<byte>(start, text.Length));
        at += text.Length;
        return start;
    }
}
