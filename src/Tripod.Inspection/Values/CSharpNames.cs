using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>
/// Type names as C# writes them, without namespaces: <c>List&lt;int&gt;</c>, <c>int?</c>, <c>(int, string)</c>,
/// <c>Outer&lt;int&gt;.Inner</c>. They come from ClrMD as
/// <c>System.Collections.Generic.List&lt;System.Int32&gt;</c> and <c>Outer&lt;System.Int32&gt;+Inner</c>.
/// </summary>
internal static partial class CSharpNames
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Boolean"] = "bool", ["System.Byte"] = "byte", ["System.SByte"] = "sbyte", ["System.Char"] = "char",
        ["System.Int16"] = "short", ["System.UInt16"] = "ushort", ["System.Int32"] = "int", ["System.UInt32"] = "uint",
        ["System.Int64"] = "long", ["System.UInt64"] = "ulong", ["System.Single"] = "float", ["System.Double"] = "double",
        ["System.Decimal"] = "decimal", ["System.String"] = "string", ["System.Object"] = "object", ["System.Void"] = "void",
        ["System.IntPtr"] = "nint", ["System.UIntPtr"] = "nuint", ["System.RuntimeType"] = "Type",
        // shared generic code: some class, and the runtime does not say which
        ["System.__Canon"] = "_",
    };

    /// <summary>C#'s name for ClrMD's; empty for an anonymous type.</summary>
    public static string Pretty(string? clrName)
    {
        if (string.IsNullOrEmpty(clrName))
            return "?";
        var parsed = new Parser(clrName).Parse();
        return parsed is null ? Escape.Text(clrName) : parsed.IsAnonymous ? "" : Escape.Text(parsed.Write());
    }

    /// <summary>The same for a type that may be open: <c>List&lt;&gt;</c> and not <c>List&lt;T1&gt;</c>.</summary>
    public static string PrettyOpen(string? clrName) =>
        IsOpen(clrName) ? OpenArguments().Replace(Pretty(clrName), match => $"<{new string(',', match.ValueSpan.Count(','))}>") : Pretty(clrName);

    /// <summary>The same where all type parameters are classes: <c>List&lt;_&gt;</c>.</summary>
    public static string PrettyOverClasses(string? clrName) =>
        IsOpen(clrName) ? OpenArguments().Replace(Pretty(clrName), match => $"<{string.Join(", ", Enumerable.Repeat('_', match.ValueSpan.Count(',') + 1))}>") : Pretty(clrName);

    [GeneratedRegex(@"<T1(, T\d+)*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpenArguments();

    /// <summary>The name without generic arguments: <c>System.Collections.Generic.Dictionary+Entry</c>.</summary>
    public static string Definition(string? clrName) =>
        string.IsNullOrEmpty(clrName) ? "" : new Parser(clrName).Parse()?.Definition ?? clrName;

    /// <summary>The same of a name as metadata has it: <c>System.Collections.Generic.Dictionary`2+Entry</c>.</summary>
    public static string WithoutArity(string metadataName) =>
        string.Join('+', metadataName.Split('+').Select(part => part.LastIndexOf('`') is > 0 and var tick ? part[..tick] : part));

    /// <summary>
    /// ClrMD names the parameters of a generic type that it could not construct T1, T2…; the layout of such a type
    /// is not that of any instance.
    /// </summary>
    public static bool IsOpen(string? clrName) => clrName is null || clrName.Contains("<T1>", StringComparison.Ordinal) ||
        clrName.Contains("<T1, T2", StringComparison.Ordinal) || clrName.Contains('`', StringComparison.Ordinal);

    /// <summary>Full name of the only generic argument in a type's name, if that is no array and not generic itself; else empty.</summary>
    public static string ArgumentOf(string? clrName)
    {
        var parsed = string.IsNullOrEmpty(clrName) ? null : new Parser(clrName).Parse();
        return parsed?.Parts[^1].Arguments is [{ Suffixes.Count: 0 } argument] && argument.Parts.TrueForAll(part => part.Arguments.Count == 0) ? argument.Definition : "";
    }

    /// <summary>The only generic argument in a type's name, whatever it is, as it stands there; empty if there are none, or several.</summary>
    public static string OnlyArgument(string clrName)
    {
        int start = clrName.IndexOf('<', StringComparison.Ordinal);
        return start > 0 && clrName.EndsWith('>') && new Parser(clrName).Parse() is { Parts: [{ Arguments.Count: 1 }] } ? clrName[(start + 1)..^1] : "";
    }

    /// <summary>All generic arguments in a type's name, those of the types around it first, as C# writes them.</summary>
    public static IEnumerable<string> Arguments(string clrName) =>
        new Parser(clrName).Parse()?.Parts.SelectMany(part => part.Arguments).Select(argument => Escape.Text(argument.Write())) ?? [];

    /// <summary>A type of .NET itself.</summary>
    public static bool IsFramework(string? clrName) =>
        clrName is not null && (clrName.StartsWith("System.", StringComparison.Ordinal) || clrName.StartsWith("Microsoft.", StringComparison.Ordinal));

    /// <summary>What a keyword of C# for a number, character or boolean stands for; unknown for any other word.</summary>
    public static ClrElementType Keyword(string keyword) => keyword switch
    {
        "bool" => ClrElementType.Boolean,
        "char" => ClrElementType.Char,
        "sbyte" => ClrElementType.Int8,
        "byte" => ClrElementType.UInt8,
        "short" => ClrElementType.Int16,
        "ushort" => ClrElementType.UInt16,
        "int" => ClrElementType.Int32,
        "uint" => ClrElementType.UInt32,
        "long" => ClrElementType.Int64,
        "ulong" => ClrElementType.UInt64,
        "float" => ClrElementType.Float,
        "double" => ClrElementType.Double,
        "nint" => ClrElementType.NativeInt,
        "nuint" => ClrElementType.NativeUInt,
        _ => ClrElementType.Unknown,
    };

    /// <summary>How a primitive is stored, by its full name.</summary>
    public static ClrElementType Element(string definition) => definition switch
    {
        "System.String" or "System.Object" => ClrElementType.Object,
        "System.Single" => ClrElementType.Float,
        "System.Byte" => ClrElementType.UInt8,
        "System.SByte" => ClrElementType.Int8,
        "System.IntPtr" => ClrElementType.NativeInt,
        "System.UIntPtr" => ClrElementType.NativeUInt,
        _ when Keywords.ContainsKey(definition) && Enum.TryParse(definition["System.".Length..], out ClrElementType element) => element,
        _ => ClrElementType.Unknown,
    };

    /// <summary>A parsed type name.</summary>
    private sealed class Parsed
    {
        public List<(string Name, List<Parsed> Arguments)> Parts { get; } = [];
        public List<string> Suffixes { get; } = [];
        public bool IsAnonymous => Suffixes.Count == 0 && IsAnonymousName(Parts[^1].Name);
        public string Definition => string.Join('+', Parts.Select(part => part.Name)) + string.Concat(Suffixes);

        public string Write()
        {
            var text = new StringBuilder(Suffixes.Count > 0 && IsAnonymousName(Parts[^1].Name) ? "<anonymous>" : Core());
            // the runtime writes the outermost dimension last, C# first
            int end = Suffixes.Count;
            foreach (string suffix in Suffixes.TakeWhile(suffix => suffix[0] != '['))
                text.Append(suffix);
            int plain = Suffixes.TakeWhile(suffix => suffix[0] != '[').Count();
            for (int i = end - 1; i >= plain; i--)
                text.Append(Suffixes[i]);
            return text.ToString();
        }

        private string Core()
        {
            var (name, arguments) = Parts[^1];
            if (Parts.Count == 1 && arguments.Count == 1 && name == "System.Nullable")
                return arguments[0].Write() + "?";
            if (Parts.Count == 1 && arguments.Count > 1 && name == "System.ValueTuple")
                return $"({string.Join(", ", TupleArguments())})";
            // A script's own types are nested in a class that the compiler adds, and its author does not know.
            int first = Parts.Count > 1 && Parts[0].Name.StartsWith("Submission#", StringComparison.Ordinal) ? 1 : 0;
            return string.Join('.', Parts.Skip(first).Select((part, index) => WritePart(part.Name, part.Arguments, index)));
        }

        private IEnumerable<string> TupleArguments()
        {
            var arguments = Parts[0].Arguments;
            bool nested = arguments.Count == 8 && arguments[7].Parts is [{ Name: "System.ValueTuple" }];
            return nested
                ? arguments.Take(7).Select(argument => argument.Write()).Concat(arguments[7].TupleArguments())
                : arguments.Select(argument => argument.Write());
        }

        private static string WritePart(string name, List<Parsed> arguments, int index)
        {
            string plain = index == 0 ? Keywords.GetValueOrDefault(name) ?? WithoutNamespace(name) : name;
            plain = Unmangle(plain);
            return arguments.Count == 0 ? plain : $"{plain}<{string.Join(", ", arguments.Select(argument => argument.Write()))}>";
        }
    }
}
