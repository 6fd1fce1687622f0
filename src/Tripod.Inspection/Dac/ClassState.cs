namespace Tripod.Inspection.Dac;

/// <summary>How far the initialisation of a type's static fields is (MethodTableInitializationFlags of sospriv.idl).</summary>
internal enum ClassState
{
    /// <summary>It has not begun, or is at work.</summary>
    NotYet = 0,

    /// <summary>It is done, or there was nothing to do.</summary>
    Done = 1,

    /// <summary>The static constructor has thrown.</summary>
    Failed = 2,

    /// <summary>The DAC does not tell: it does since .NET 9.</summary>
    Unknown = -1,
}
