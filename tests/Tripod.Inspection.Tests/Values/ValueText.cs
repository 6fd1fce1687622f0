using Tripod.Samples;

namespace Tripod.Inspection.Tests.Values;

/// <summary>A value on one line, as an approved file shows it: every part of the record can be seen.</summary>
internal static class ValueText
{
    public static string Of(Value value) => value switch
    {
        NoValue none => $"<{none.Reason}>",
        Scalar scalar => scalar.Text,
        StringValue text => $"\"{text.Text}\"{(text.IsCut ? $"… of {text.Length}" : "")}",
        Sequence list => $"{list.Type}({list.Count}) [{string.Join(", ", list.Items.Select(Of))}{More(list.Omitted, list.Items.Count)}]",
        Map map => $"{map.Type}({map.Count}) {{{string.Join(", ", map.Entries.Select(entry => $"{Of(entry.Key)}: {Of(entry.Value)}"))}{More(map.Omitted, map.Entries.Count)}}}",
        Composite { Type: "" } tuple when tuple.Members.All(member => member.Name.Length == 0) => $"({Members(tuple)})",
        Composite composite => $"{composite.Type} {{ {Members(composite)} }}".TrimStart(),
        Elided { Count: { } count } elided => $"{elided.Type}({count})…",
        Elided elided => $"{elided.Type}…",
        Cycle cycle => $"{cycle.Type} (cycle)",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Members(Composite composite) =>
        string.Join(", ", composite.Members.Select(member => member.Name.Length == 0 ? Of(member.Value) : $"{member.Name} = {Of(member.Value)}")) +
        More(composite.Omitted, composite.Members.Count);

    private static string More(long omitted, int shown) => omitted == 0 ? "" : $"{(shown > 0 ? ", " : "")}… {omitted} more";
}
