using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>
/// JsonElement and JsonDocument: rows of three integers, each for a token of the text beside them (JsonDocument.DbRow.cs).
/// </summary>
internal sealed class JsonView : View
{
    private const int RowSize = 12, TypeShift = 28, RowsMask = 0x0FFF_FFFF;

    private readonly record struct Row(JsonTokenType Type, int Location, int Length, bool IsEscaped, int Rows)
    {
        public bool IsContainer => Type is JsonTokenType.StartObject or JsonTokenType.StartArray;
    }

    private readonly record struct Text(ValueReader Reader, Elements Rows, ulong Characters, int Length)
    {
        public Row? Row(int index)
        {
            Span<byte> row = stackalloc byte[RowSize];
            if (index < 0 || index % RowSize != 0 || index > Rows.Length - RowSize || Reader.Memory.Read(Rows.Address(index), row) != RowSize)
                return null;
            int location = BinaryPrimitives.ReadInt32LittleEndian(row), length = BinaryPrimitives.ReadInt32LittleEndian(row[4..]);
            uint rest = BinaryPrimitives.ReadUInt32LittleEndian(row[8..]);
            return new((JsonTokenType)(rest >> TypeShift), location, length & int.MaxValue, length < 0, (int)(rest & RowsMask));
        }

        /// <summary>Index of the row behind an element.</summary>
        public static int Behind(int index, Row row) => index + RowSize * (row.IsContainer ? row.Rows + 1 : 1);
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        int index = 0;
        var document = instance;
        if (instance.Type.Field("_parent") is not null)
        {
            if (!instance.TryRead("_parent", out ulong parent) || !instance.TryRead("_idx", out index))
                return null;
            if (parent == 0)
                return new Scalar("JsonElement(Undefined)");
            if (!instance.TryObject("_parent", out document))
                return Value.Unreadable;
        }
        return Find(document) is { } text ? Element(text, index, Secrecy.Open, budget, instance.Type.Name) : null;
    }

    private static Text? Find(Instance document) =>
        document.TryStruct("_utf8Json", out var memory) && memory.TryElements("_object", out var bytes) && memory.TryRead("_index", out int first) &&
        memory.TryRead("_length", out int length) && first >= 0 && length >= 0 && (long)first + length <= bytes.Length && bytes.Stride == 1 &&
        document.TryStruct("_parsedData", out var parsed) && parsed.TryElements("_data", out var rows) && rows.Stride == 1
            ? new(document.Reader, rows, bytes.Data + (ulong)first, length)
            : null;

    private static Value Element(in Text text, int index, Secrecy secrecy, Budget budget, string type)
    {
        budget.Spend();
        if (text.Row(index) is not { } row)
            return Value.Unreadable;
        if (row.Type is JsonTokenType.Null)
            return Value.Null;
        if (secrecy is not Secrecy.Open && row.Type is not (JsonTokenType.True or JsonTokenType.False))
            return Value.Redacted;
        return row.Type switch
        {
            JsonTokenType.True => new Scalar("true"),
            JsonTokenType.False => new Scalar("false"),
            JsonTokenType.Number => Characters(text, row, budget) is StringValue { IsCut: false } number ? new Scalar(number.Text) : Value.Unreadable,
            JsonTokenType.String => Characters(text, row, budget),
            _ when budget.Depth < 0 => new Elided(type, row.Length),
            JsonTokenType.StartObject => Object(text, index, row, budget, type),
            JsonTokenType.StartArray => Array(text, index, row, budget, type),
            _ => Value.Unreadable,
        };
    }

    private static Map Object(in Text text, int index, Row row, Budget budget, string type)
    {
        var entries = new List<KeyValuePair<Value, Value>>();
        budget.Open(0);
        for (int at = index + RowSize; entries.Count < Math.Min(row.Length, budget.Limits.Items) && !budget.IsSpent;)
        {
            if (text.Row(at) is not { Type: JsonTokenType.PropertyName } name || text.Row(at + RowSize) is not { } value)
                break;
            var key = Characters(text, name, budget);
            entries.Add(new(key, Element(text, at + RowSize, Secrets.Of(key), budget, type)));
            at = Text.Behind(at + RowSize, value);
        }
        budget.Close();
        return new Map(type, row.Length, entries);
    }

    private static Sequence Array(in Text text, int index, Row row, Budget budget, string type)
    {
        var items = new List<Value>();
        budget.Open(0);
        for (int at = index + RowSize; items.Count < Math.Min(row.Length, budget.Limits.Items) && !budget.IsSpent;)
        {
            if (text.Row(at) is not { } element)
                break;
            items.Add(Element(text, at, Secrecy.Open, budget, type));
            at = Text.Behind(at, element);
        }
        budget.Close();
        return new Sequence(type, row.Length, items);
    }

    /// <summary>A string or number. One with escapes is not taken apart if it is long.</summary>
    private static Value Characters(in Text text, Row row, Budget budget)
    {
        int limit = budget.Limits.StringLength, wanted = Math.Min(row.Length, limit + ValueReader.SearchedBeyond);
        if (row.Location < 0 || (long)row.Location + row.Length > text.Length)
            return Value.Unreadable;
        var bytes = new byte[wanted];
        if (text.Reader.Memory.Read(text.Characters + (ulong)row.Location, bytes) != wanted)
            return Value.Unreadable;
        if (row.IsEscaped && wanted < row.Length)
            return new Elided("string", row.Length);
        string characters = row.IsEscaped ? Unescaped(bytes) : Encoding.UTF8.GetString(bytes);
        // bytes are counted as characters where the end is not read
        return ValueReader.Text(characters, characters.Length + (row.Length - wanted), limit);
    }

    private static string Unescaped(byte[] bytes)
    {
        var reader = new Utf8JsonReader([(byte)'"', .. bytes, (byte)'"']);
        try
        {
            return reader.Read() && reader.TokenType is JsonTokenType.String ? reader.GetString()! : "";
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(bytes); // the target is just changing it
        }
    }
}
