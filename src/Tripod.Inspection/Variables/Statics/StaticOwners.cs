using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>Finds the type to which code belongs: that of closures and state machines to the one in which it was written.</summary>
internal sealed class StaticOwners(ClrRuntime runtime, DacProcess dac, ModuleCatalog modules, ExactTypes exact, TypeMaps maps, ValueReader values)
{
    private const string OuterThis = "<>4__this";

    /// <summary>The type of a frame; null if no author wrote any.</summary>
    public StaticOwner? Of(in FrameContext frame)
    {
        if (frame.Symbols is not { } symbols || Written(symbols.Module.Metadata, symbols.DeclaringType) is not { IsNil: false } type ||
            !dac.Sos.TryGetMethod(frame.MethodDesc, out var method))
            return null;
        if (type == symbols.DeclaringType)
            return new(symbols.Module, type, exact.MethodTable(frame, method, symbols));
        Instance? holder = exact.This(frame, symbols) is { } address and not 0 && values.TryType(address, out var layout) ? new(values, layout, address + ValueReader.HeaderSize) : null;
        return new(symbols.Module, type, Around(holder, method.Module, symbols.Module.Metadata, type));
    }

    /// <summary>The type of a state machine; null if it is the framework's, or no author wrote any.</summary>
    public StaticOwner? Of(Instance machine) =>
        modules.Get(machine.Type.Module) is { } module && !FrameFactory.IsFramework(module.Name) && MetadataTokens.EntityHandle(machine.Type.Token) is { Kind: HandleKind.TypeDefinition } handle &&
        Written(module.Metadata, (TypeDefinitionHandle)handle) is { IsNil: false } type
            ? new(module, type, Around(machine, machine.Type.Module, module.Metadata, type))
            : null;

    /// <summary>The innermost type that an author wrote, of those around a type and itself; nil if there is none.</summary>
    private static TypeDefinitionHandle Written(MetadataReader metadata, TypeDefinitionHandle type)
    {
        while (!type.IsNil && IsCompilersOwn(metadata.GetString(metadata.GetTypeDefinition(type).Name)))
            type = metadata.GetTypeDefinition(type).GetDeclaringType();
        return type;
    }

    /// <summary>Method table of the type around a closure or state machine; of a generic one it is known where <c>this</c> was captured. 0 if it is not.</summary>
    private ulong Around(Instance? holder, ulong module, MetadataReader metadata, TypeDefinitionHandle type)
    {
        if (metadata.GetTypeDefinition(type).GetGenericParameters().Count == 0)
            return maps.Find(module, type, TypeNames.Full(metadata, type)) is { } found && found.Module == module ? found.MethodTable : 0;
        ulong captured = holder is { } known && known.TryObject(OuterThis, out var outer) ? outer.Type.MethodTable : 0;
        ulong around = ExactTypes.Base(runtime, captured, module, MetadataTokens.GetToken(type))?.MethodTable ?? 0;
        return ExactTypes.IsExact(dac, around) ? around : 0;
    }

    private static bool IsCompilersOwn(string name) =>
        MangledName.TryParse(name, out var mangled) && (mangled.IsClosure || mangled.IsStateMachine || mangled.IsExtensionGroup);
}
