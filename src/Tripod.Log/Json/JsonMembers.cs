using System.Text.Json;
using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>Members of documents; what is not known is left out.</summary>
internal static class JsonMembers
{
    /// <summary>
    /// Writes a text, unless it is null. As in the text format this is the last guard: no character that
    /// <see cref="Escape"/> calls unsafe gets through, however a reader shows it.
    /// </summary>
    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, Escape.Text(text));
    }

    /// <summary>Writes a count, unless it is 0.</summary>
    public static void Count(this Utf8JsonWriter json, string name, long count)
    {
        if (count != 0)
            json.WriteNumber(name, count);
    }

    /// <summary>Writes what is true.</summary>
    public static void Flag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }

    /// <summary>Writes milliseconds, unless they are null.</summary>
    public static void Milliseconds(this Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } known)
            json.WriteNumber(name, Math.Round(known.TotalMilliseconds, 3));
    }

    public static void Object(this Utf8JsonWriter json, string name, Action members)
    {
        json.WriteStartObject(name);
        members();
        json.WriteEndObject();
    }

    /// <summary>Writes an array of objects, unless it is empty.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> members)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes an array of texts, unless it is empty.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (string item in items)
            json.WriteStringValue(Escape.Text(item));
        json.WriteEndArray();
    }

    /// <summary>Writes an array of ids, unless it is empty.</summary>
    public static void Ids(this Utf8JsonWriter json, string name, IReadOnlyCollection<int> ids)
    {
        if (ids.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (int id in ids)
            json.WriteNumberValue(id);
        json.WriteEndArray();
    }
}
