using System.Collections.Immutable;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// What the type parameters of a method stand for, from the runtime's own name of the method or type. Code that classes
/// share is named after System.__Canon: that says nothing.
/// </summary>
internal static class ExactArguments
{
    /// <summary>Stands for every class in the names of code that classes share.</summary>
    public const string Canon = "__Canon";

    /// <summary>From <c>Type`1[[argument, assembly]].Method[[argument, assembly]](…)</c>; null if the code is shared, or there is nothing to tell.</summary>
    public static GenericNames? OfMethod(string name, MethodSymbols symbols)
    {
        var (ofType, ofMethod) = symbols.Arity;
        if (ofType + ofMethod == 0 || name.Contains(Canon, StringComparison.Ordinal))
            return null;
        int at = 0;
        return TryRead(name, ref at, ofType, out var type) && TryRead(name, ref at, ofMethod, out var method)
            ? new GenericNames(type, method)
            : null;
    }

    /// <summary>From <c>Outer&lt;argument&gt;+Inner&lt;argument&gt;</c>, for a method without type parameters of its own.</summary>
    public static GenericNames? OfType(string? name, MethodSymbols symbols)
    {
        var (ofType, ofMethod) = symbols.Arity;
        if (ofType == 0 || ofMethod > 0 || name is null || name.Contains(Canon, StringComparison.Ordinal) || CSharpNames.IsOpen(name))
            return null;
        ImmutableArray<string> arguments = [.. CSharpNames.Arguments(name)];
        return arguments.Length == ofType ? new GenericNames(arguments, []) : null;
    }

    private static bool TryRead(string name, ref int at, int count, out ImmutableArray<string> arguments)
    {
        arguments = [];
        if (count == 0)
            return true;
        at = name.IndexOf("[[", at, StringComparison.Ordinal);
        if (at < 0)
            return false;
        arguments = [.. CSharpNames.FromReflectionArguments(name, ref at)];
        return arguments.Length == count;
    }
}
