namespace Tripod.Inspection.Memory;

/// <summary>What a twin's memory at an address is.</summary>
internal enum MemoryKind
{
    /// <summary>A copy of the instant of the sample.</summary>
    Frozen,

    /// <summary>Shared with the target, which goes on changing it.</summary>
    Live,

    /// <summary>Reserved, and never written in the twin: it would read as zeros.</summary>
    Reserved,
}
