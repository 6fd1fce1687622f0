using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>A value with parts, as brackets around labelled items.</summary>
internal readonly struct Group
{
    private readonly Value _value;

    private Group(Value value, string open, string close, int count, long omitted, string noun)
    {
        (_value, Open, Close, Count, Omitted) = (value, open, close, count, omitted);
        OmittedText = omitted > 0 ? $"… {Terms.Number(omitted)} more{noun}" : "";
    }

    public string Open { get; }

    public string Close { get; }

    /// <summary>Items that are there.</summary>
    public int Count { get; }

    /// <summary>Items that a limit left out.</summary>
    public long Omitted { get; }

    /// <summary>What stands for them.</summary>
    public string OmittedText { get; }

    /// <summary>Nothing but short words: several go on one line.</summary>
    public bool IsPlain => _value is Sequence sequence && sequence.Items.All(item => item is Scalar or StringValue or NoValue);

    /// <summary>The parts of a value; null if it is a leaf.</summary>
    public static Group? Of(Value value) => value switch
    {
        Sequence s => new Group(s, $"{s.Type}({Terms.Number(s.Count)}) [", "]", s.Items.Count, s.Omitted, ""),
        Map m => new Group(m, $"{m.Type}({Terms.Number(m.Count)}) {{", "}", m.Entries.Count, m.Omitted, ""),
        Composite c when IsTuple(c) => new Group(c, "(", ")", c.Members.Count, c.Omitted, ""),
        Composite { Type: "" } c => new Group(c, "{", "}", c.Members.Count, c.Omitted, " members"),
        Composite c => new Group(c, c.Type + " {", "}", c.Members.Count, c.Omitted, " members"),
        _ => null,
    };

    public Value Item(int i) => _value switch
    {
        Sequence sequence => sequence.Items[i],
        Map map => map.Entries[i].Value,
        _ => ((Composite)_value).Members[i].Value,
    };

    /// <summary>The key of a dictionary's entry; null if the group is none.</summary>
    public Value? Key(int i) => _value is Map map ? map.Entries[i].Key : null;

    /// <summary>What stands before an item.</summary>
    public string Label(int i) => _value is Composite composite && composite.Members[i].Name is { Length: > 0 } name ? name + " = " : "";

    private static bool IsTuple(Composite composite) => composite.Type.Length == 0 && composite.Members.All(member => member.Name.Length == 0);
}
