using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>
/// The memory of a type's static fields. A struct lies in a box on the heap that is made with the fields, unless it
/// is a number (MethodTableBuilder::InitializeFieldDescs, MethodTable::AllocateRegularStaticBox of methodtable.cpp).
/// </summary>
/// <param name="values">Reads the target's objects.</param>
/// <param name="bases">Where the fields lie.</param>
/// <param name="fields">The runtime's descriptions of them.</param>
internal sealed class StaticPlace(ValueReader values, StaticBases bases, List<FieldDesc> fields)
{
    private const int MostPlainBytes = sizeof(ulong);

    /// <summary>What is told of a field that holds zero; null for just that.</summary>
    public required Value? OfZero { get; init; }

    /// <summary>What is told of a field that has no memory.</summary>
    public required Value OfMissing { get; init; }

    /// <summary>Objects are being moved.</summary>
    public required bool IsCollecting { get; init; }

    /// <summary>A field's value.</summary>
    public Value Read(StaticField field, Secrecy secrecy, Budget budget)
    {
        var desc = fields.Find(candidate => candidate.Token == field.Token);
        if (field.IsInImage || desc.Token != field.Token || !desc.IsStatic || desc.IsThreadStatic != field.IsThreadStatic)
            return Value.Unavailable;
        var element = (ClrElementType)desc.Type;
        bool isPlain = Primitives.Size(element) > 0;
        ulong start = isPlain ? bases.Plain : bases.References;
        if (start == 0)
            return OfMissing;
        if (IsCollecting && !isPlain)
            return Value.Unavailable;
        ulong address = start + desc.Offset;
        return isPlain ? Plain(address, element, desc.MethodTableOfType, secrecy, budget)
            : element is ClrElementType.Struct ? Boxed(address, desc.MethodTableOfType, secrecy, budget)
            : new StorageType(element).IsReference ? Reference(address, secrecy, budget)
            : Value.Unavailable;
    }

    private Value Plain(ulong address, ClrElementType element, ulong methodTable, Secrecy secrecy, Budget budget)
    {
        Span<byte> bytes = stackalloc byte[MostPlainBytes];
        bytes = bytes[..Primitives.Size(element)];
        if (values.Memory.Read(address, bytes) != bytes.Length)
            return Value.Unreadable;
        bool isEnum = values.Types.Find(methodTable) is { Enum: not null };
        return OfZero is { } told && !bytes.ContainsAnyExcept((byte)0) ? told : values.Primitive(isEnum ? new(element, methodTable) : new(element), bytes, secrecy, budget);
    }

    private Value Reference(ulong address, Secrecy secrecy, Budget budget) =>
        !values.Memory.Read(address, out ulong target) ? Value.Unreadable
        : target == 0 && OfZero is { } told ? told
        : values.Object(target, secrecy, budget);

    /// <summary>The box proves by its type that it is the field's.</summary>
    private Value Boxed(ulong address, ulong methodTable, Secrecy secrecy, Budget budget)
    {
        if (!values.Memory.Read(address, out ulong box))
            return Value.Unreadable;
        if (box == 0)
            return OfMissing;
        if (!values.TryType(box, out var type) || type.Storage.Element is not ClrElementType.Struct || methodTable != 0 && type.MethodTable != methodTable)
            return Value.Unavailable;
        ulong data = box + ValueReader.HeaderSize;
        return OfZero is { } told && IsZero(new Instance(values, type, data)) ? told : values.Struct(type, data, secrecy, budget);
    }

    private static bool IsZero(Instance value) => value.Type.Fields.All(field => IsZero(value, field));

    private static bool IsZero(Instance value, FieldLayout field)
    {
        ulong address = value.Data + (ulong)field.Offset;
        if (field.Type.Element is ClrElementType.Struct)
            return value.Reader.Types.Find(field.Type.MethodTable) is { } type && IsZero(new Instance(value.Reader, type, address));
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes = bytes[..(field.Type.IsReference ? sizeof(ulong) : Primitives.Size(field.Type.Element))];
        return value.Reader.Memory.Read(address, bytes) == bytes.Length && !bytes.ContainsAnyExcept((byte)0);
    }
}
