using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>An object or struct whose fields can be read by name.</summary>
/// <param name="Reader">Reads it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Data">Address of its first field.</param>
internal readonly record struct Instance(ValueReader Reader, TypeLayout Type, ulong Data)
{
    /// <summary>A number, or the address in a reference; false if there is no such field or it cannot be read.</summary>
    public bool TryRead<T>(string rawName, out T value) where T : unmanaged
    {
        value = default;
        return Type.Field(rawName) is { } field && Reader.Memory.Read(Data + (ulong)field.Offset, out value);
    }

    /// <summary>The elements of the array that a field refers to; none if it refers to null.</summary>
    public bool TryElements(string rawName, out Elements elements)
    {
        elements = default;
        return TryRead(rawName, out ulong array) && (array == 0 || Reader.TryElements(array, out elements));
    }

    /// <summary>The object that a field refers to; false also if it is null.</summary>
    public bool TryObject(string rawName, out Instance target)
    {
        target = default;
        if (!TryRead(rawName, out ulong address) || address == 0 || !Reader.TryType(address, out var type))
            return false;
        target = new(Reader, type, address + ValueReader.HeaderSize);
        return true;
    }

    /// <summary>The struct in a field; false if there is no such field or its type is not known.</summary>
    public bool TryStruct(string rawName, out Instance target)
    {
        target = default;
        if (Type.Field(rawName) is not { Type.IsReference: false } field || Reader.Types.Find(field.Type.MethodTable) is not { } type)
            return false;
        target = new(Reader, type, Data + (ulong)field.Offset);
        return true;
    }

    /// <summary>A field's value under another name's secrecy; null if there is no such field.</summary>
    public Value? Field(string rawName, Secrecy secrecy, Budget budget) =>
        Type.Field(rawName) is { } field ? Reader.At(Data + (ulong)field.Offset, field.Type, secrecy, budget) : null;

    /// <summary>A field's value.</summary>
    public Value Field(FieldLayout field, Budget budget)
    {
        var value = Reader.At(Data + (ulong)field.Offset, field.Type, field.Secrecy, budget);
        return field.Tuples is { } declared ? NamedTuples.Named(value, declared.Type, declared.Tuples) : value;
    }
}
