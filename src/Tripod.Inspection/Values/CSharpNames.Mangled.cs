using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Values;

/// <summary>Names that the compiler made (Roslyn's GeneratedNames.cs).</summary>
internal static partial class CSharpNames
{
    /// <summary>What a closure's type is called: the author wrote no type there.</summary>
    public const string Closure = "<closure>";

    private static bool IsAnonymousName(string name) =>
        name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal) || name.StartsWith("VB$AnonymousType", StringComparison.Ordinal);

    private static string WithoutNamespace(string name)
    {
        int start = name.IndexOf('<', StringComparison.Ordinal);
        int dot = start < 0 ? name.LastIndexOf('.') : start == 0 ? -1 : name.LastIndexOf('.', start);
        return name[(dot + 1)..];
    }

    private static string Unmangle(string name)
    {
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        if (arity > 0)
            name = name[..arity];
        if (name.StartsWith("VB$AnonymousDelegate", StringComparison.Ordinal))
            return "<delegate>";
        name = ForeignNames.OfType(name);
        if (name.StartsWith("<>z__", StringComparison.Ordinal))
            return name["<>z__".Length..];
        if (name.StartsWith("<>c", StringComparison.Ordinal) || name == "<>d__")
            return Closure;
        if (IsAnonymousName(name))
            return "<anonymous>";
        int end = name.StartsWith('<') ? name.LastIndexOf('>') : -1;
        if (end < 1)
            return name;
        // <Run>d__3 is the state machine of Run; <File>F0123…__Name is the type Name that only File sees
        int fileLocal = name.IndexOf("__", end, StringComparison.Ordinal);
        return name[end + 1] == 'F' && fileLocal > 0 ? name[(fileLocal + 2)..] : name[..(end + 1)];
    }
}
