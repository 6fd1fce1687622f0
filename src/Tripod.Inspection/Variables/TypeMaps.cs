using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Values;
using TypeLayout = Tripod.Inspection.Values.TypeLayout;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Method tables by metadata token, from the tables that the runtime itself looks them up in (LookupMap of ceeload.h).
/// A type that is not there has not been loaded.
/// </summary>
internal sealed class TypeMaps(DacProcess dac, ClrRuntime runtime, IDataReader memory, TypeCatalog types)
{
    /// <summary>Pieces of a map are linked; a program with more of them than this has grown its types at run time.</summary>
    private const int MostPieces = 256;

    private readonly Dictionary<ulong, (ulong Defs, ulong Refs)> _modules = [];
    private readonly Dictionary<string, ulong> _byName = [];

    /// <summary>Forgets what may have changed: modules that are gone, types that were not loaded yet.</summary>
    public void NewSample()
    {
        _modules.Clear();
        foreach (var (name, methodTable) in _byName)
            if (methodTable == 0)
                _byName.Remove(name);
    }

    /// <summary>The type of a TypeDef or TypeRef token, if it is loaded and is called as expected.</summary>
    public TypeLayout? Find(ulong module, EntityHandle token, string name)
    {
        var (defs, refs) = Maps(module);
        ulong map = token.Kind switch { HandleKind.TypeDefinition => defs, HandleKind.TypeReference => refs, _ => 0 };
        return map != 0 && types.Find(Entry(map, MetadataTokens.GetRowNumber(token))) is { } layout && layout.Definition == name
            ? layout
            : ByName(name);
    }

    /// <summary>A type that is not generic, by its full name.</summary>
    public TypeLayout? ByName(string name)
    {
        if (!_byName.TryGetValue(name, out ulong methodTable))
        {
            var type = runtime.BaseClassLibrary.GetTypeByName(name);
            foreach (var module in runtime.EnumerateModules())
                type ??= module.GetTypeByName(name);
            _byName[name] = methodTable = type?.MethodTable ?? 0;
        }
        return types.Find(methodTable) is { } layout && layout.Definition == name ? layout : null;
    }

    private (ulong Defs, ulong Refs) Maps(ulong module)
    {
        if (!_modules.TryGetValue(module, out var maps))
            _modules[module] = maps = dac.Sos.TryGetModule(module, out var info) ? (info.TypeDefMap, info.TypeRefMap) : default;
        return maps;
    }

    /// <summary>A piece is: the next piece, its table, the number of its entries (int), the flags that an entry may carry.</summary>
    private ulong Entry(ulong map, int row)
    {
        uint index = (uint)row;
        for (int i = 0; i < MostPieces && map != 0; i++)
        {
            if (!memory.Read(map, out ulong next) || !memory.Read(map + 8, out ulong table) ||
                !memory.Read(map + 16, out uint count) || !memory.Read(map + 24, out ulong flags))
                return 0;
            if (index < count)
                return memory.Read(table + index * 8UL, out ulong entry) ? entry & ~flags : 0;
            index -= count;
            map = next;
        }
        return 0;
    }
}
