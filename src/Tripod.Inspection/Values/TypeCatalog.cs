using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values.Views;

namespace Tripod.Inspection.Values;

/// <summary>
/// Layouts by method table, for the collector's life. ClrMD forgets its types with every flush, and to build them
/// again is more than half of a warm sample. A method table lives as long as its process unless the type is
/// collectible: such layouts are forgotten with their sample, and so are those of which something could not be read,
/// because the runtime was changing it.
/// </summary>
/// <param name="runtime">The target's runtime as ClrMD sees it.</param>
/// <param name="dac">The same as the DAC sees it.</param>
/// <param name="modules">Declarations of fields.</param>
internal sealed partial class TypeCatalog(ClrRuntime runtime, DacProcess dac, ModuleCatalog modules)
{
    private const int Most = 10_000; // about a kB each
    private const int DeepestBase = 32;
    private readonly Dictionary<ulong, TypeLayout> _kept = [];
    private readonly Dictionary<ulong, TypeLayout?> _ofThisSample = [];
    private readonly List<ulong> _incomplete = [];

    /// <summary>Forgets what may not be true any more.</summary>
    public void NewSample()
    {
        _ofThisSample.Clear();
        foreach (ulong methodTable in _incomplete)
            _kept.Remove(methodTable);
        _incomplete.Clear();
        if (_kept.Count > Most)
            _kept.Clear();
    }

    /// <summary>The type with this method table; null if the DAC says that there is none.</summary>
    /// <param name="methodTable">Address of the method table.</param>
    /// <param name="instance">An object of the type: without one ClrMD does not tell the elements of an array; 0 if there is none.</param>
    public TypeLayout? Find(ulong methodTable, ulong instance = 0)
    {
        if (_kept.TryGetValue(methodTable, out var layout) || _ofThisSample.TryGetValue(methodTable, out layout))
            return layout;
        if (methodTable == 0 || (methodTable & 7) != 0)
            return null;
        var type = runtime.GetTypeByMethodTable(methodTable);
        layout = type is null || type.IsFree ? null : Build(type, instance, type.MethodTable);
        if (layout is null || type!.Name is null || type.IsCollectible || layout.IsArray && instance == 0)
            _ofThisSample[methodTable] = layout;
        else
            _kept[methodTable] = layout;
        return layout;
    }

    /// <summary>Adds a layout that was found without a method table, for this sample; a number that finds it.</summary>
    public ulong Add(Func<ulong, TypeLayout> create)
    {
        // method tables are aligned: no real one is odd
        ulong number = (ulong)_ofThisSample.Count * 8 + 1;
        _ofThisSample[number] = create(number);
        return number;
    }

    /// <param name="type">The type.</param>
    /// <param name="instance">An object of it; 0 if there is none.</param>
    /// <param name="number">Its method table, or another number for a generic definition over classes.</param>
    private TypeLayout Build(ClrType type, ulong instance, ulong number)
    {
        var component = type.IsArray ? ComponentOf(type, instance) : null;
        int rank = type.ElementType is ClrElementType.Array ? RankOf(type) : 0;
        // the DAC has no name for arrays of a type that was made at run time
        string? clrName = WrittenName(type) ?? (component?.Name is { } element ? $"{element}[{new string(',', Math.Max(rank - 1, 0))}]" : null);
        string name = number == type.MethodTable ? CSharpNames.PrettyOpen(clrName) : CSharpNames.PrettyOverClasses(clrName);
        var (view, viewed) = ViewOf(type);
        ulong methodTable = type.MethodTable; // a layout outlives ClrMD's type, and does not hold it
        return new TypeLayout
        {
            MethodTable = number,
            Name = name,
            Definition = CSharpNames.Definition(clrName),
            Token = type.MetadataToken,
            Module = type.Module?.Address ?? 0,
            Storage = type.ElementType is ClrElementType.Struct
                ? new(ClrElementType.Struct, number)
                : StorageType.Of(type, type.ElementType),
            Component = type.IsArray ? StorageType.Of(component, component?.ElementType ?? ClrElementType.Unknown) : default,
            ComponentSize = type.IsArray ? type.ComponentSize : 0,
            Rank = rank,
            IsString = type.IsString,
            Enum = type.IsEnum ? Members(type, name) : null,
            View = view,
            ViewedAs = viewed,
            ReadFields = _ => ReadFields(methodTable),
        };
    }

    // an array with one dimension that does not begin at 0 is written by ClrMD as if it were generic
    private static string? WrittenName(ClrType type) => type.IsArray ? type.Name?.Replace("<*>", "[*]", StringComparison.Ordinal) : type.Name;

    private ClrType? ComponentOf(ClrType array, ulong instance) =>
        array.ComponentType ?? (instance != 0 ? runtime.Heap.GetObjectType(instance)?.ComponentType : null);

    // header, method table and length, then two ints a dimension (methodtablebuilder's ARRAYBASE_BASESIZE, array.cpp)
    private static int RankOf(ClrType array) => (array.StaticSize - 3 * sizeof(ulong)) / (2 * sizeof(int));

    private static EnumNames Members(ClrType type, string name)
    {
        var members = type.AsEnum();
        return new(name, members.ElementType, members.EnumerateValues());
    }

    private static (IView?, string) ViewOf(ClrType type)
    {
        var ancestor = type;
        for (int i = 0; i < DeepestBase && ancestor is not null; i++, ancestor = ancestor.BaseType)
            if (ViewCatalog.Find(CSharpNames.Definition(ancestor.Name)) is { } view)
                return (view, CSharpNames.Pretty(ancestor.Name));
        return (null, "");
    }

    private FieldLayout[] ReadFields(ulong methodTable)
    {
        var fields = runtime.GetTypeByMethodTable(methodTable)?.Fields ?? [];
        var declared = new Dictionary<ulong, Dictionary<string, DeclaredField>>();
        FieldLayout[] layouts = [.. fields.Select(field => Field(field, declared))];
        // the types of all but references are loaded before the type that holds them
        if (fields.Any(field => field.Name is null || field.Type is null && !new StorageType(field.ElementType).IsReference)
            || layouts.Any(layout => layout.Type is { Element: ClrElementType.Struct, MethodTable: 0 }))
            _incomplete.Add(methodTable);
        return layouts;
    }

    private FieldLayout Field(ClrInstanceField field, Dictionary<ulong, Dictionary<string, DeclaredField>> declared)
    {
        string raw = field.Name ?? "?";
        string? name = FieldNames.Written(raw);
        return new(raw, name, field.Offset, Storage(field), name is null ? Secrecy.Open : Secrets.Of(name))
        {
            Tuples = Declared(field.ContainingType, declared).GetValueOrDefault(raw) is { Tuples.Length: > 0 } tuples ? tuples : null,
        };
    }

    /// <summary>The fields that a type declares, each type read once for all of its fields; nobody names the framework's tuples.</summary>
    private Dictionary<string, DeclaredField> Declared(ClrType type, Dictionary<ulong, Dictionary<string, DeclaredField>> known)
    {
        if (!known.TryGetValue(type.MethodTable, out var fields))
            known[type.MethodTable] = fields = CSharpNames.IsFramework(type.Name) || modules.Get(type.Module?.Address ?? 0)?.Metadata is not { } metadata
                ? []
                : DeclaredField.Read(metadata, type.MetadataToken);
        return fields;
    }

    /// <summary>
    /// In a generic type over a class ClrMD knows a struct that repeats the type parameter only as open. The DAC knows the
    /// instantiation that all classes share, which lays the struct out as it is.
    /// </summary>
    private StorageType Storage(ClrInstanceField field)
    {
        var known = StorageType.Of(field.Type, field.ElementType);
        return known.Element is ClrElementType.Struct && known.MethodTable == 0 ? OfShared(field, known) : known;
    }
}
