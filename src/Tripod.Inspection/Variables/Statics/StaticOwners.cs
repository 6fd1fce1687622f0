using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>Finds the type to which a frame's code belongs: of closures and state machines the one in which they were written.</summary>
internal sealed class StaticOwners(ExactTypes exact, TypeMaps maps, ValueReader values)
{
    private const string OuterThis = "<>4__this";

    /// <summary>The type of a frame; null if no author wrote any.</summary>
    public StaticOwner? Of(in FrameContext frame)
    {
        if (frame.Symbols is not { } symbols || Written(symbols.Module.Metadata, symbols.DeclaringType) is not { IsNil: false } type ||
            !frame.Dac.Sos.TryGetMethod(frame.MethodDesc, out var method))
            return null;
        return new(symbols.Module, type, MethodTable(frame, method, symbols, type));
    }

    /// <summary>The innermost type that an author wrote, of those around a type and itself; nil if there is none.</summary>
    public static TypeDefinitionHandle Written(MetadataReader metadata, TypeDefinitionHandle type)
    {
        while (!type.IsNil && IsCompilersOwn(metadata.GetString(metadata.GetTypeDefinition(type).Name)))
            type = metadata.GetTypeDefinition(type).GetDeclaringType();
        return type;
    }

    private ulong MethodTable(in FrameContext frame, in DacMethodDesc method, MethodSymbols symbols, TypeDefinitionHandle type)
    {
        var metadata = symbols.Module.Metadata;
        if (type == symbols.DeclaringType)
            return exact.MethodTable(frame, method, symbols);
        if (metadata.GetTypeDefinition(type).GetGenericParameters().Count == 0)
            return maps.Find(method.Module, type, TypeNames.Full(metadata, type)) is { } found && found.Module == method.Module ? found.MethodTable : 0;
        ulong outer = ExactTypes.Base(frame, OfOuterThis(frame, symbols), MetadataTokens.GetToken(type))?.MethodTable ?? 0;
        return ExactTypes.IsExact(frame, outer) ? outer : 0;
    }

    /// <summary>Method table of the object that a closure or state machine has captured as <c>this</c>; 0 if there is none.</summary>
    private ulong OfOuterThis(in FrameContext frame, MethodSymbols symbols) =>
        exact.This(frame, symbols) is { } address and not 0 && values.TryType(address, out var holder) &&
        new Instance(values, holder, address + ValueReader.HeaderSize).TryObject(OuterThis, out var outer) ? outer.Type.MethodTable : 0;

    private static bool IsCompilersOwn(string name) =>
        MangledName.TryParse(name, out var mangled) && (mangled.IsClosure || mangled.IsStateMachine || mangled.IsExtensionGroup);
}
