using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary><c>this</c>, and what holds variables for the compiler.</summary>
internal sealed partial class FrameVariables
{
    private Value This(ulong? address, in DacMethodDesc method, MethodSymbols symbols) =>
        address is not { } known ? Value.Unavailable
        : !symbols.ThisIsValueType ? _reader.Object(known)
        : _types.Find(method.MethodTable) is { } type ? _reader.Struct(type, known)
        : Value.Unavailable;

    /// <summary><c>this</c> is a closure or a state machine: a struct in optimised code.</summary>
    private void AddHolder(ulong? address, in DacMethodDesc method, in FrameVariablesList list)
    {
        if (address is not { } known)
            return;
        if (!list.Symbols.ThisIsValueType)
            _hoisted.AddObject(known, list);
        else if (_types.Find(method.MethodTable) is { } type)
            _hoisted.Add(new Instance(_values, type, known), list);
    }

    /// <summary>A closure in a local, or given to a local function by reference.</summary>
    private void AddClosure(in FrameContext frame, Slot slot, SigType type, ulong module, in DacValue value, in FrameVariablesList list)
    {
        var place = _reader.Find(frame, slot, value);
        if (frame.IsCollecting || !place.IsKnown)
            return;
        if (type.IsReference)
            _hoisted.AddObject(_reader.Reference(place) ?? 0, list);
        else if (Closure(type, module, value) is { } layout && Address(type, place) is { } address and not 0)
            _hoisted.Add(new Instance(_values, layout, address), list);
    }

    private ulong? Address(SigType type, in Place place) =>
        type.Kind is SigKind.ByRef ? _reader.Reference(place) : place.Address == 0 ? null : place.Address;

    private TypeLayout? Closure(SigType type, ulong module, in DacValue value)
    {
        var storage = type is { Kind: SigKind.ByRef, Element: { } target }
            ? _declared.Target(target, module, value)
            : _declared.Storage(type, module, value);
        return storage.Element is ClrElementType.Struct ? _types.Find(storage.MethodTable) : null;
    }

    private static bool IsClosure(SigType type)
    {
        string name = type.Kind is SigKind.ByRef ? type.Element!.Name : type.Name;
        return MangledName.TryParse(name[(name.LastIndexOf('+') + 1)..], out var mangled) && mangled.IsClosure;
    }

    private static string NameOf(ClrMethod method, ModuleCatalog modules) =>
        Escape.Text(modules.Get(method.Type.Module.Address)?.GetMethod(method.MetadataToken) is { } symbols
            ? symbols.Name.Full
            : $"{CSharpNames.Pretty(method.Type.Name)}.{method.Name}");
}
