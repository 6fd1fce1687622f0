using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using TypeLayout = Tripod.Inspection.Values.TypeLayout;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Method tables by metadata token, from the tables that the runtime itself looks them up in (LookupMap of ceeload.h).
/// A type that is not there has not been loaded.
/// </summary>
internal sealed class TypeMaps(DacProcess dac, IDataReader memory, TypeCatalog types, ModuleCatalog modules)
{
    private readonly Dictionary<ulong, (ulong Defs, ulong Refs)> _modules = [];
    private readonly References _references = new(modules.FindAssembly);

    /// <summary>Forgets what may have changed: modules that are gone, types that were not loaded yet.</summary>
    public void NewSample() => _modules.Clear();

    /// <summary>The type of a TypeDef or TypeRef token, if it is loaded and is called as expected.</summary>
    public TypeLayout? Find(ulong module, EntityHandle token, string name)
    {
        var (defs, refs) = Maps(module);
        return token.Kind switch
        {
            HandleKind.TypeDefinition => Called(name, Entry(defs, token)),
            HandleKind.TypeReference => Called(name, Entry(refs, token)) ?? Referred(module, token, name),
            _ => null,
        };
    }

    /// <summary>Precompiled code gets by without some of its references: then the type is where its assembly has it.</summary>
    private TypeLayout? Referred(ulong module, EntityHandle token, string name)
    {
        try
        {
            return modules.Get(module) is { } from && _references.FindType(from, token) is var (owner, type) ? Called(name, Entry(Maps(owner.Address).Defs, type)) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private TypeLayout? Called(string name, ulong methodTable) => types.Find(methodTable) is { } layout && layout.Definition == name ? layout : null;

    private (ulong Defs, ulong Refs) Maps(ulong module)
    {
        if (!_modules.TryGetValue(module, out var maps))
            _modules[module] = maps = dac.Sos.TryGetModule(module, out var info) ? (info.TypeDefMap, info.TypeRefMap) : default;
        return maps;
    }

    // a table that grew has another elsewhere: what is read beyond its end has not the right name
    private ulong Entry(ulong table, EntityHandle token) =>
        table != 0 && memory.Read(table + (ulong)MetadataTokens.GetRowNumber(token) * sizeof(ulong), out ulong entry) ? entry : 0;
}
