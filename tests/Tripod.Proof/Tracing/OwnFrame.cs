using System.Globalization;

namespace Tripod.Proof.Tracing;

/// <summary>A frame as the program itself has written it down (Support/KnownPoint.cs).</summary>
/// <param name="Type">Reflection's full name of the declaring type.</param>
/// <param name="Method">Reflection's name of the method.</param>
/// <param name="Marks"><c>special</c>: a special name; <c>native</c>: a call of native code; <c>hidden</c>: its author hides it from stack traces; <c>starts</c>: it starts a state machine.</param>
/// <param name="File">Name of the source file; empty if none is known.</param>
/// <param name="Line">The line; 0 if none is known.</param>
internal sealed record OwnFrame(string Type, string Method, string Marks, string File, int Line)
{
    private const string Plumbing = "System.Runtime.CompilerServices.Async", Tasks = "System.Threading.Tasks.", Context = "System.Threading.ExecutionContext";

    /// <summary>Its name by the rules of C#, without type arguments.</summary>
    public string Name { get; } = WrittenName.Of(Type, Method, Marks.Contains("special", StringComparison.Ordinal));

    /// <summary>A method that only makes a state machine and starts it: it is the state machine's frame that is the method's.</summary>
    public bool IsStart => Marks.Contains("starts", StringComparison.Ordinal);

    /// <summary>Nobody wants to read of it: what starts and resumes state machines, what leads to native code, and what its author has hidden.</summary>
    public bool MayBeLeftOut =>
        Marks.Contains("hidden", StringComparison.Ordinal) || Marks.Contains("native", StringComparison.Ordinal) || WrittenName.IsNobodys(Type, Method)
        || Array.Exists([Plumbing, Tasks, Context], start => Type.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Reads <c>frame TYPE METHOD MARKS FILE LINE</c>, between which there are tabs.</summary>
    public static OwnFrame Parse(string text) =>
        text.Split('\t') is ["frame", var type, var method, var marks, var file, var line]
            ? new OwnFrame(type, method, marks, file, int.Parse(line, CultureInfo.InvariantCulture))
            : throw new FormatException($"no frame: {text}");
}
