using System.Collections.Immutable;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>
/// Puts the names that a declaration gives to the elements of tuples into its value, also where the tuples are elements of
/// a collection. What a name says is secret is withheld.
/// </summary>
/// <param name="names">Names in the order of <see cref="TupleNames"/>.</param>
internal readonly struct NamedTuples(ImmutableArray<string?> names)
{
    /// <summary>Nullable's name in metadata.</summary>
    public const string Nullable = "System.Nullable`1";

    private const string Tuple = "System.ValueTuple`";
    private const int LastArgument = 7;

    /// <summary>The value of a variable of the type.</summary>
    public static Value Named(Value value, SigType type, ImmutableArray<string?> names) =>
        names.IsDefaultOrEmpty ? value : new NamedTuples(names).Apply(value, type, 0);

    /// <param name="value">The value.</param>
    /// <param name="type">Its declared type.</param>
    /// <param name="at">Index of the first name that belongs to it.</param>
    private Value Apply(Value value, SigType type, int at) => (type, value) switch
    {
        ({ Kind: SigKind.ByRef, Element: { } target }, _) => Apply(value, target, at),
        ({ Kind: SigKind.Generic, Name: Nullable, Arguments: [var argument] }, _) => Apply(value, argument, at),
        (_, Composite { Type.Length: 0 } tuple) when IsTuple(type) => Apply(tuple, type, at),
        ({ Kind: SigKind.Vector or SigKind.Array, Element: { } element }, Sequence list) => Apply(list, element, at),
        ({ Kind: SigKind.Generic, Arguments: [var element] }, Sequence list) => Apply(list, element, at),
        ({ Kind: SigKind.Generic, Arguments: [var key, var content] }, Map map) => Apply(map, key, content, at),
        _ => value,
    };

    private Composite Apply(Composite tuple, SigType type, int at)
    {
        var elements = new List<(SigType Type, int At)>();
        Flatten(type, at, elements);
        var members = new List<Member>(tuple.Members.Count);
        bool isNamed = names.AsSpan(Math.Min(at, names.Length)..Math.Min(at + elements.Count, names.Length)).ContainsAnyExcept((string?)null);
        for (int i = 0; i < tuple.Members.Count; i++)
        {
            string? name = isNamed && at + i < names.Length ? names[at + i] ?? $"Item{i + 1}" : null;
            var value = i < elements.Count ? Apply(tuple.Members[i].Value, elements[i].Type, elements[i].At) : tuple.Members[i].Value;
            members.Add(name is null ? new("", value) : new(Escape.Text(name), Secrets.Withhold(value, Secrets.Of(name))));
        }
        return tuple with { Members = members };
    }

    private Sequence Apply(Sequence list, SigType element, int at)
    {
        var self = this;
        return list with { Items = [.. list.Items.Select(item => self.Apply(item, element, at))] };
    }

    private Map Apply(Map map, SigType key, SigType value, int at)
    {
        var self = this;
        int atValue = at + Count(key);
        return map with { Entries = [.. map.Entries.Select(entry => KeyValuePair.Create(self.Apply(entry.Key, key, at), self.Apply(entry.Value, value, atValue)))] };
    }

    /// <summary>The elements of a tuple, those behind the seventh too, and where the names within them begin.</summary>
    private static void Flatten(SigType tuple, int at, List<(SigType Type, int At)> elements)
    {
        at += Arity(tuple);
        for (int i = 0; i < tuple.Arguments.Length; i++)
        {
            var argument = tuple.Arguments[i];
            if (i == LastArgument && IsTuple(argument))
                Flatten(argument, at, elements);
            else
                elements.Add((argument, at));
            at += Count(argument);
        }
    }

    /// <summary>How many names a type has.</summary>
    private static int Count(SigType type) =>
        (IsTuple(type) ? Arity(type) : 0) + (type.Kind is SigKind.Generic ? type.Arguments.Sum(Count) : type.Element is { } element ? Count(element) : 0);

    private static int Arity(SigType tuple) =>
        tuple.Arguments.Length > LastArgument && IsTuple(tuple.Arguments[LastArgument]) ? LastArgument + Arity(tuple.Arguments[LastArgument]) : tuple.Arguments.Length;

    private static bool IsTuple(SigType type) => type.Kind is SigKind.Generic && type.Name.StartsWith(Tuple, StringComparison.Ordinal);
}
