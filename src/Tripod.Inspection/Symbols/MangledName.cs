namespace Tripod.Inspection.Symbols;

/// <summary>
/// A name that the C# compiler made: <c>&lt;Inner&gt;suffix</c>. The inner name may be such a name itself
/// (Roslyn: GeneratedNames, GeneratedNameKind).
/// </summary>
internal readonly record struct MangledName(string Inner, string Suffix)
{
    /// <summary>A lambda or anonymous method of the inner method.</summary>
    public bool IsLambda => Suffix.StartsWith("b__", StringComparison.Ordinal);

    /// <summary>A local function of the inner method.</summary>
    public bool IsLocalFunction => Suffix.StartsWith("g__", StringComparison.Ordinal);

    /// <summary>A type that is the inner method's state machine.</summary>
    public bool IsStateMachine => (Inner.Length > 0 || Suffix == "d__") && (Suffix == "d" || Suffix.StartsWith("d__", StringComparison.Ordinal));

    /// <summary>A type that holds captured variables, or the lambdas that capture none.</summary>
    public bool IsClosure => Inner.Length == 0 && (Suffix == "c" || Suffix.StartsWith("c__", StringComparison.Ordinal));

    /// <summary>A type that groups the members of C#'s extension blocks.</summary>
    public bool IsExtensionGroup => Inner is "G" or "M" && Suffix.StartsWith('$') || Inner.Length == 0 && Suffix.StartsWith("E__", StringComparison.Ordinal);

    /// <summary>A type that is visible in one file alone: <c>&lt;file&gt;F…hash…__Name</c>.</summary>
    public bool IsFileLocal => Suffix.StartsWith('F') && Suffix.Contains("__", StringComparison.Ordinal);

    /// <summary>Name of a local function, or of a file-local type.</summary>
    public string Target
    {
        get
        {
            string name = Suffix[(Suffix.IndexOf("__", StringComparison.Ordinal) + 2)..];
            int bar = name.IndexOf('|', StringComparison.Ordinal);
            return bar < 0 ? name : name[..bar];
        }
    }

    /// <summary>Takes a name apart, of whichever compiler; false if the compiler did not make it.</summary>
    public static bool TryParse(string name, out MangledName mangled)
    {
        mangled = default;
        name = ForeignNames.OfType(name);
        if (!name.StartsWith('<'))
            return false;
        int depth = 0;
        for (int i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth > 0)
                continue;
            mangled = new MangledName(name[1..i], name[(i + 1)..]);
            return true;
        }
        return false;
    }
}
