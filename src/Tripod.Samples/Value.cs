namespace Tripod.Samples;

/// <summary>
/// A value of the target as a bounded tree, escaped and redacted: safe to print as it is.
/// A variable that has no value says why (<see cref="NoValue"/>).
/// </summary>
public abstract record Value
{
    private protected Value() { }

    /// <summary>The null reference.</summary>
    public static Value Null { get; } = new Scalar("null");

    /// <summary>Optimised away, or in a place that cannot be trusted.</summary>
    public static Value Unavailable { get; } = new NoValue("unavailable");

    /// <summary>Declared, and its first assignment is still to come.</summary>
    public static Value NotAssigned { get; } = new NoValue("not assigned yet");

    /// <summary>Withheld: its name or shape says that it is a secret.</summary>
    public static Value Redacted { get; } = new NoValue("redacted");

    /// <summary>Its memory could not be read.</summary>
    public static Value Unreadable { get; } = new NoValue("unreadable");
}

/// <summary>There is no value; printed as <c>&lt;reason&gt;</c>.</summary>
/// <param name="Reason">One of the states of a variable, or a bound that bit.</param>
public sealed record NoValue(string Reason) : Value;

/// <summary>A value in one word as C# would write it: a number, an enum member, a date, an empty object.</summary>
/// <param name="Text">The text, escaped.</param>
public sealed record Scalar(string Text) : Value;

/// <summary>A string of the target.</summary>
/// <param name="Text">Its beginning, escaped as a C# literal, without quotes.</param>
/// <param name="Length">Length of the whole string in UTF-16 units.</param>
/// <param name="IsCut">A limit left its end out.</param>
public sealed record StringValue(string Text, long Length, bool IsCut) : Value;

/// <summary>Something with elements: array, list, set, queue…</summary>
/// <param name="Type">Type as C# writes it, without the count: <c>List&lt;int&gt;</c>.</param>
/// <param name="Count">Number of elements of the whole collection.</param>
/// <param name="Items">The first elements, as far as the limits allow.</param>
public sealed record Sequence(string Type, long Count, IReadOnlyList<Value> Items) : Value
{
    /// <summary>Elements that the limits left out.</summary>
    public long Omitted => Count - Items.Count;
}

/// <summary>A dictionary.</summary>
/// <param name="Type">Type as C# writes it.</param>
/// <param name="Count">Number of entries of the whole dictionary.</param>
/// <param name="Entries">The first entries, as far as the limits allow.</param>
public sealed record Map(string Type, long Count, IReadOnlyList<KeyValuePair<Value, Value>> Entries) : Value
{
    /// <summary>Entries that the limits left out.</summary>
    public long Omitted => Count - Entries.Count;
}

/// <summary>An object or struct shown by its members, or a tuple.</summary>
/// <param name="Type">Type as C# writes it; empty for a tuple or an anonymous type.</param>
/// <param name="Members">Fields, a property's backing field under the property's name, as far as the limits allow.</param>
/// <param name="Omitted">Members that the limits left out.</param>
public sealed record Composite(string Type, IReadOnlyList<Member> Members, int Omitted = 0) : Value;

/// <summary>An object of which the limits leave only the type and, where it has one, the count.</summary>
/// <param name="Type">Type as C# writes it.</param>
/// <param name="Count">Number of elements; null if it has none.</param>
public sealed record Elided(string Type, long? Count = null) : Value;

/// <summary>An object that is already being printed further out: a cycle.</summary>
/// <param name="Type">Type as C# writes it.</param>
public sealed record Cycle(string Type) : Value;

/// <summary>A named part of a <see cref="Composite"/>.</summary>
/// <param name="Name">Field or property name, escaped; empty for the items of an unnamed tuple.</param>
/// <param name="Value">Its value.</param>
public sealed record Member(string Name, Value Value);
