using System.Text.RegularExpressions;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Names that the compilers of Visual Basic and F# made, as the C# compiler would have made them, so that they are read
/// by the same rules (Roslyn's GeneratedNames.vb; the F# compiler's CompilerGlobalState.fs, IlxGen.fs).
/// </summary>
internal static partial class ForeignNames
{
    private const string BasicClosure = "_Closure$__", BasicLambda = "_Lambda$__", Unit = "Microsoft.FSharp.Core.Unit";

    [GeneratedRegex(@"^VB\$StateMachine_\d*_(?<method>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BasicStateMachine();

    [GeneratedRegex(@"^(?<binding>.*)@\d+(-\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FSharpClosure();

    /// <summary>
    /// Name of a type: closures and state machines of Visual Basic, and F#'s closures, which carry the name of the binding
    /// that they are in (<c>total@12</c>).
    /// </summary>
    public static string OfType(string name)
    {
        if (name.StartsWith(BasicClosure, StringComparison.Ordinal))
            return "<>c__" + name[BasicClosure.Length..];
        if (BasicStateMachine().Match(name) is { Success: true } machine)
            return $"<{OfMethod(machine.Groups["method"].Value)}>d__";
        return IsFSharpClosure(name, out string binding) ? $"<{binding}>d__" : name;
    }

    /// <summary>Name of a method: the lambdas of Visual Basic, which do not say whose they are.</summary>
    public static string OfMethod(string name) =>
        name.StartsWith(BasicLambda, StringComparison.Ordinal) ? "<>b__" + name[BasicLambda.Length..] : name;

    /// <summary>Whether a type is a function, sequence or task of F#; the binding is empty if the author gave it no name.</summary>
    public static bool IsFSharpClosure(string type, out string binding)
    {
        var match = type.Contains('@', StringComparison.Ordinal) ? FSharpClosure().Match(type) : Match.Empty;
        binding = match.Success && !IsPipe(match.Groups["binding"].Value) ? match.Groups["binding"].Value : "";
        return match.Success;
    }

    /// <summary>What F# calls the stages of a pipeline, for debuggers.</summary>
    public static bool IsPipe(string name) => name.StartsWith("Pipe #", StringComparison.Ordinal);

    /// <summary>Whether a field of such a type is F#'s own: the place in a sequence, what it yields, the builder of a computation.</summary>
    public static bool IsFSharpField(string name) => name is "pc" or "current" or "redirectTo" or "redirect" or "builder@";

    /// <summary>What F# calls a parameter of type unit.</summary>
    public static bool IsUnit(string name, SigType type) => name.StartsWith("unitVar", StringComparison.Ordinal) && type.Name == Unit;

    /// <summary>Name of a type parameter: closures of Visual Basic number those of their method.</summary>
    public static string OfParameter(string name) => name.StartsWith("$CLS", StringComparison.Ordinal) ? "T" + name["$CLS".Length..] : name;
}
