using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>What a tracer has for itself while it lives: it may still linger when the next one is at work.</summary>
internal unsafe struct TracerMemory
{
    /// <summary>How many tracers may live at once: one at work, the others lingering.</summary>
    public const int MostTracers = 4;

    /// <summary><see cref="State"/>: set by the kernel at the tracer's end (CLONE_CHILD_CLEARTID).</summary>
    public const int Ended = 0;

    /// <summary><see cref="State"/>: it holds the target's threads, or is about to.</summary>
    public const int Working = 1;

    /// <summary><see cref="State"/>: see <see cref="Linger"/>. It touches no memory but this any more.</summary>
    public const int Lingering = 2;

    /// <summary>Upper end of its stack.</summary>
    public byte* Stack;

    /// <summary>Threads that were told to stop, have not stopped yet, and are waited for.</summary>
    public int* Stragglers;

    /// <summary>How many they are.</summary>
    public int Count;

    /// <summary>Its process id until it is reaped; 0 if nobody has this memory.</summary>
    public int Pid;

    /// <summary>A futex: what it is doing.</summary>
    public int State;

    /// <summary>Not 0: it shall end at once.</summary>
    public volatile int Leave;

    /// <summary>CLOCK_MONOTONIC, nanoseconds: when its alarm will ring, unless it moves that on. Who finds it alive later kills it.</summary>
    public long Deadline;

    /// <summary>Calls that were started again, by all who had this memory.</summary>
    public int Restarted;

    public Scratch Scratch;
    public fixed ulong Registers[ThreadRecord.RegisterCount];
}
