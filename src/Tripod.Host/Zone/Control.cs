using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// All that the zone knows, in memory that target, tracer and twin share (mmap MAP_SHARED, so that a forked twin can
/// answer). The runtime's side fills the first half once and reads the second after each capture.
/// </summary>
internal unsafe struct Control
{
    /// <summary>Twins of one capture, of which one serves; see <see cref="Fork"/>.</summary>
    public const int MostTwins = 3;

    // How to reach the kernel: syscall(2), __errno_location and clone(2) of libc.
    public delegate*<nint, nint, nint, nint, nint, nint, nint, nint> SystemCall;
    public delegate*<int*> ErrnoLocation;
    public delegate*<void*, void*, int, void*, void*, void*, void*, int> Clone;
    public void* TracerEntry;
    public Architecture Machine;

    // Whom we sample, and for whom.
    public int TargetPid;
    public int WatchdogTid;
    public int CollectorPid;

    /// <summary>Who starts the tracer; null: the launcher itself.</summary>
    public Guard* Guard;

    // Limits. A tracer that takes longer is killed, a twin that nobody killed ends by itself.
    public int TracerMilliseconds;
    public int TwinSeconds;

    /// <summary>Nanoseconds in which all threads have to stop; 0: none is waited for, which only tests want.</summary>
    public long StopTime;

    // Memory, mapped beforehand.
    public ThreadRecord* Records;
    public nint RecordsSize;
    public int Capacity;
    public Sleeper* Sleepers;
    public byte* Entries;
    public int EntriesSize;
    public TracerMemory* Tracers;

    // C strings.
    public byte* TaskPath;
    public byte* OwnTaskPath;
    public byte* RecordsName;
    public byte* MemoryPath;
    public byte* OomPath;
    public byte* OomValue;
    public byte* SchedstatName;
    public byte* SyscallName;

    /// <summary>Not 0: go through the launch, but stop and fork nothing.</summary>
    public int Rehearsal;

    /// <summary>1: ptrace was refused once, so the launcher looks for sleepers.</summary>
    public int Refused;

    /// <summary>1: there is no Yama in this kernel (PR_SET_PTRACER gave EINVAL).</summary>
    public int NoYama;

    // The capture. Tracer and twin write, the launcher reads.
    public int TaskDescriptor;

    /// <summary>A sleeper's file stays open between the looks at it if its descriptor is below this.</summary>
    public int FileLimit;

    /// <summary>The working tracer's.</summary>
    public TracerMemory* Mine;

    /// <summary>How many tracers of earlier captures linger: their threads cannot be seized.</summary>
    public int Lingering;
    public volatile int Go;
    public volatile int Finished;
    public int Count;
    public int Unstable;
    public int SeizeError;
    public SkipReason Reason;
    public int Error;

    /// <summary>CLOCK_MONOTONIC, nanoseconds: before the first thread is told to stop; 0 if none was.</summary>
    public long Stopped;

    /// <summary>CLOCK_MONOTONIC, nanoseconds: the tracer has gone, everything runs.</summary>
    public long Released;

    /// <summary>Nanoseconds that the last fork took; halved where one was not dared.</summary>
    public long ForkTime;

    /// <summary>Captures to come with one fork only.</summary>
    public int CapturesWithOne;

    /// <summary>How often a twin was forked, or is about to be.</summary>
    public volatile int Forks;

    // The twin.
    /// <summary>Process ids of the twins, in the order of the forks.</summary>
    public fixed int Twins[MostTwins];

    /// <summary>A futex: which of the twins serves, from 1 on; 0 while that is not known; −1 once none is needed.</summary>
    public int Chosen;

    /// <summary>What takes the twin's memory to the collector.</summary>
    public Message TwinMessage;

    /// <summary>errno of what kept the twin from sending it, or 0.</summary>
    public int TwinError;

    /// <summary>A futex: 1 once the twin is ready to be read.</summary>
    public int TwinReady;

    /// <summary>A futex: 1 once the twin shall end by itself.</summary>
    public int TwinRelease;

    public Scratch Launcher;
    public Scratch Tracer;
    public Scratch Twin;
}
