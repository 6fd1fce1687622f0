namespace Tripod.Wire;

/// <summary>What a <see cref="Message"/> says.</summary>
public enum MessageType : ushort
{
    /// <summary>Collector → target: ready for the first sample.</summary>
    Hello = 1,

    /// <summary>Target → collector: the twin whose memory came before is waiting.</summary>
    Sample = 2,

    /// <summary>Collector → target: the twin is no longer needed.</summary>
    Done = 3,

    /// <summary>Target → collector: ticks were skipped; write down why.</summary>
    Skipped = 4,

    /// <summary>Target → collector: an exception that nobody handles is ending the process.</summary>
    UnhandledException = 5,

    /// <summary>Target → collector: the process is exiting with the code in <see cref="Message.Count"/>.</summary>
    Exit = 6,

    /// <summary>Twin → collector, before Sample: a descriptor of its /proc/self/mem travels along (SCM_RIGHTS).</summary>
    Twin = 7,
}
