namespace Tripod.Inspection.Unwinding;

/// <summary>Where an unwind came to, or why it stopped.</summary>
internal enum UnwindEnd
{
    /// <summary>Managed code.</summary>
    Managed,

    /// <summary>The thread's first frame: there is no managed code below.</summary>
    Outermost,

    /// <summary>No unwind data for an address, or none that make sense.</summary>
    NoData,

    /// <summary>The way on leads over a register that is not known.</summary>
    UnknownRegister,

    /// <summary>Memory that could not be read, or a stack that does not go up.</summary>
    BadStack,

    /// <summary>More native frames than are looked at.</summary>
    TooDeep,
}
