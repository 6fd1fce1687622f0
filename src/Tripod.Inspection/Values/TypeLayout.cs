using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Values.Views;

namespace Tripod.Inspection.Values;

/// <summary>What is needed to read objects of a type: asked of the DAC once, then kept.</summary>
internal sealed class TypeLayout
{
    /// <summary>The runtime's name for the type in the target.</summary>
    public required ulong MethodTable { get; init; }

    /// <summary>As C# writes it, escaped; empty for anonymous types.</summary>
    public required string Name { get; init; }

    /// <summary>Full name in the target without generic arguments.</summary>
    public required string Definition { get; init; }

    /// <summary>A type of .NET itself, whose fields are nobody's but the framework's.</summary>
    public bool IsFramework => CSharpNames.IsFramework(Definition);

    /// <summary>TypeDef token in its module; 0 if it has none.</summary>
    public int Token { get; init; }

    /// <summary>Address of the module that declares it; 0 if unknown.</summary>
    public ulong Module { get; init; }

    /// <summary>How a value of the type is stored where it lies; boxed values too.</summary>
    public required StorageType Storage { get; init; }

    /// <summary>An array's elements.</summary>
    public StorageType Component { get; init; }

    /// <summary>Bytes from one element of an array to the next; 0 if it is none.</summary>
    public int ComponentSize { get; init; }

    /// <summary>Dimensions of an array that has lengths and lower bounds in it (ELEMENT_TYPE_ARRAY); 0 for the plain kind.</summary>
    public int Rank { get; init; }

    /// <summary>An array of whatever kind.</summary>
    public bool IsArray => Storage.Element is ClrElementType.Array or ClrElementType.SZArray;

    /// <summary>System.String.</summary>
    public bool IsString { get; init; }

    /// <summary>Its instances lie on the heap with their type before them.</summary>
    public bool IsClass => Storage.IsReference;

    /// <summary>Names and values of an enum.</summary>
    public EnumNames? Enum { get; init; }

    /// <summary>How instances are shown; null for their fields.</summary>
    public IView? View { get; init; }

    /// <summary>Name of the type or base type that the view is of: <c>Task&lt;int&gt;</c> for the box of an async method.</summary>
    public string ViewedAs { get; init; } = "";

    /// <summary>How values of the only generic argument are stored; unknown where its name does not tell.</summary>
    public StorageType Argument { get; init; }

    /// <summary>Bytes from one of them to the next; 0 if unknown.</summary>
    public int ArgumentSize { get; init; }

    /// <summary>Instance fields, inherited ones first. Read when they are asked for.</summary>
    public FieldLayout[] Fields => _fields ??= ReadFields(MethodTable);

    /// <summary>Where the fields come from.</summary>
    public required Func<ulong, FieldLayout[]> ReadFields { private get; init; }

    private FieldLayout[]? _fields;

    /// <summary>The field with this name in metadata; the most derived one of several.</summary>
    public FieldLayout? Field(string rawName) => Array.FindLast(Fields, field => field.RawName == rawName);

    /// <summary>ELEMENT_TYPE of a type that is a primitive or an enum.</summary>
    public bool IsPrimitive => Storage.Element is not ClrElementType.Struct && !IsClass;
}
