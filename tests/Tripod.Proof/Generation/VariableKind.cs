using System.Globalization;

namespace Tripod.Proof.Generation;

/// <summary>A kind of variable: the first letter of its name says which. Support/Make.cs makes the values.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Type">Its type in C#.</param>
/// <param name="Text">How the log shows the value of an id, but for white space.</param>
internal sealed record VariableKind(char Letter, string Type, Func<int, string> Text)
{
    /// <summary>Kinds that any variable may have.</summary>
    public static readonly VariableKind[] Plain =
    [
        new('i', "int", id => Number(id + 1_000_000)),
        new('l', "long", id => Number(((long)id << 32) + id)),
        new('u', "ulong", id => ((1UL << 63) + (ulong)id).ToString(CultureInfo.InvariantCulture)),
        new('y', "byte", id => Number(id % 200 + 1)),
        new('c', "short", id => Number(id % 9_000 * 3 + 1)),
        new('h', "char", id => $"'{(char)('A' + id % 26)}'"),
        new('b', "bool", _ => "true"),
        new('d', "double", id => Number(id) + ".5"),
        new('f', "float", id => Number(id) + ".25"),
        new('m', "decimal", id => Number(id) + ".75"),
        new('s', "string", id => $"\"s{id}\""),
        new('o', "Obj", id => $"Obj{{Id={id}}}"),
        new('a', "int[]", id => $"int[](2)[{id},{id + 1}]"),
        new('p', "Pair", id => $"Pair{{A={id},B=\"p{id}\"}}"),
        new('t', "(int, string)", id => $"({id + 3_000_000},\"t{id}\")"),
        new('n', "int?", id => Number(id + 2_000_000)),
        new('e', "Color", id => "Color." + (id % 3) switch { 0 => "Red", 1 => "Green", _ => "Blue" }),
    ];

    /// <summary>Kinds that live on the stack alone.</summary>
    public static readonly VariableKind[] Scoped =
    [
        new('z', "Span<int>", id => $"Span<int>(2)[{id},{id + 1}]"),
        new('v', "ReadOnlySpan<char>", id => $"\"v{id}\""),
    ];

    // made in one way alone
    private static readonly VariableKind[] Others =
    [
        new('r', "ref int", id => Number(id + 1_000_000)),
        new('g', "Guard", id => $"Guard{{Id={id}}}"),
    ];

    /// <summary>A variable whose type is the type parameter T of its method or class.</summary>
    public static readonly VariableKind Generic = new('q', "T", _ => "");

    /// <summary>How C# makes the value of an id.</summary>
    public string Make(int id) => this == Generic ? $"Make.Q<T>({id})" : $"Make.{char.ToUpperInvariant(Letter)}({id})";

    /// <summary>The kind of a letter; null if values of that letter follow another rule.</summary>
    public static VariableKind? Of(char letter) => Array.Find([.. Plain, .. Scoped, .. Others], kind => kind.Letter == letter);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
