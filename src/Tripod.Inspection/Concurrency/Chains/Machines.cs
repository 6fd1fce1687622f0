using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using TypeLayout = Tripod.Inspection.Values.TypeLayout;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>Reads the state machines in the boxes that async methods have on the heap.</summary>
internal sealed class Machines(ValueReader values, DacProcess dac, ModuleCatalog modules)
{
    private const string BoxField = "StateMachine";
    private const string BoxSpace = "System.Runtime.CompilerServices.";

    private readonly Dictionary<TypeLayout, MachineType?> _types = [];

    /// <summary>Forgets: modules may have been unloaded.</summary>
    public void BeginSample() => _types.Clear();

    /// <summary>The state machine in a box; null if the object is no box, or the machine cannot be read.</summary>
    public Machine? Find(in Instance box)
    {
        if (!box.Type.Definition.StartsWith(BoxSpace, StringComparison.Ordinal) || box.Type.Field(BoxField) is not { } field)
            return null;
        TypeLayout? layout;
        ulong data = box.Data + (ulong)field.Offset;
        if (!field.Type.IsReference)
            layout = values.Types.Find(field.Type.MethodTable);
        else if (box.TryObject(BoxField, out Instance machine))
            (layout, data) = (machine.Type, machine.Data);
        else
            return null;
        return layout is not null && TypeOf(layout) is { } type && values.Memory.Read(data + (ulong)type.StateOffset, out int state)
            ? new Machine(type, data, state)
            : null;
    }

    /// <summary>What a suspended machine awaits; the address is 0 if nothing that could be seen.</summary>
    public (ulong Address, Awaiter Awaiter) FindAwaited(Machine machine)
    {
        foreach (Awaiter awaiter in machine.Type.Awaiters)
            if (values.Memory.Read(machine.Data + (ulong)awaiter.Offset, out ulong address) && address != 0)
                return (address, awaiter);
        return default;
    }

    private MachineType? TypeOf(TypeLayout layout)
    {
        if (!_types.TryGetValue(layout, out MachineType? type))
            _types[layout] = type = Read(layout);
        return type;
    }

    private MachineType? Read(TypeLayout layout)
    {
        FieldLayout? state = layout.Field("<>1__state") ?? layout.Field("$State");
        if (state is null)
            return null;
        TypeDefinition? definition = DefinitionOf(layout, out ModuleSymbols? symbols);
        var awaiters = new List<Awaiter>();
        foreach (FieldLayout field in layout.Fields)
            if (Awaiters.IsAwaiter(field.RawName) && Awaiters.Of(field, DeclaredType(symbols, definition, field.RawName), values.Types) is { } awaiter)
                awaiters.Add(awaiter);
        return new MachineType(layout, state.Offset, awaiters, MoveNextOf(symbols, definition));
    }

    private TypeDefinition? DefinitionOf(TypeLayout layout, out ModuleSymbols? symbols)
    {
        symbols = dac.Sos.TryGetMethodTableModule(layout.MethodTable, out ulong module) ? modules.Get(module) : null;
        if (symbols is null)
            return null;
        EntityHandle handle = MetadataTokens.EntityHandle(layout.Token);
        int row = MetadataTokens.GetRowNumber(handle);
        return handle.Kind == HandleKind.TypeDefinition && row >= 1 && row <= symbols.Metadata.GetTableRowCount(TableIndex.TypeDef)
            ? symbols.Metadata.GetTypeDefinition((TypeDefinitionHandle)handle)
            : null;
    }

    private static string? DeclaredType(ModuleSymbols? symbols, TypeDefinition? definition, string field)
    {
        if (symbols is null || definition is not { } type)
            return null;
        foreach (FieldDefinitionHandle handle in type.GetFields())
            if (symbols.Metadata.GetFieldDefinition(handle) is var found && symbols.Metadata.StringComparer.Equals(found.Name, field))
                return found.DecodeSignature(SigTypeProvider.Instance, new GenericNames(GenericNames.Of(symbols.Metadata, type.GetGenericParameters()), [])).Name;
        return null;
    }

    private static MethodSymbols? MoveNextOf(ModuleSymbols? symbols, TypeDefinition? definition)
    {
        if (symbols is null || definition is not { } type)
            return null;
        foreach (MethodDefinitionHandle method in type.GetMethods())
            if (symbols.Metadata.StringComparer.Equals(symbols.Metadata.GetMethodDefinition(method).Name, "MoveNext"))
                return symbols.GetMethod(MetadataTokens.GetToken(method));
        return null;
    }
}
