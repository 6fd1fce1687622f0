namespace Tripod.Inspection.Variables.Assignment;

/// <summary>Whether a variable has been assigned, by the ways that lead through the IL to where a frame stands.</summary>
internal enum Assigned
{
    /// <summary>The IL does not tell.</summary>
    Unknown,

    /// <summary>On none of the ways: whatever its place holds, it is not the variable's value.</summary>
    No,

    /// <summary>On some of them.</summary>
    Perhaps,

    /// <summary>On all of them.</summary>
    Yes,
}
