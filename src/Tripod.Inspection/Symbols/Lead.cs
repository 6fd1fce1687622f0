namespace Tripod.Inspection.Symbols;

/// <summary>Whether a call leads to a method, the likelier the greater.</summary>
internal enum Lead
{
    /// <summary>By no way.</summary>
    No,

    /// <summary>What it calls may, through a virtual method or a delegate.</summary>
    Far,

    /// <summary>It is itself of a virtual method or a delegate, or it is not known of what.</summary>
    Near,

    /// <summary>It is a call of the method, or of one whose calls lead there.</summary>
    Yes,
}
