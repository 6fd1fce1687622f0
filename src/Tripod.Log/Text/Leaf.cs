using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Values without parts.</summary>
internal static class Leaf
{
    /// <summary>The value in one word.</summary>
    public static string Text(Value value) => value switch
    {
        Scalar scalar => scalar.Text,
        StringValue { IsCut: true } text => $"\"{text.Text}\"… ({Terms.Count(text.Length, "character")})",
        StringValue text => $"\"{text.Text}\"",
        NoValue none => $"<{none.Reason}>",
        Elided { Count: { } count } elided => $"{elided.Type}({Terms.Number(count)}) […]",
        Elided elided => $"{elided.Type} {{…}}",
        Cycle cycle => $"<cycle: the {cycle.Type} further out>",
        _ => $"<{value.GetType().Name}>",
    };
}
