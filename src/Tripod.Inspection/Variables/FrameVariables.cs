using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Inspection.Variables.Assignment;
using Tripod.Inspection.Variables.LiveRanges;
using Tripod.Inspection.Variables.Statics;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>Finds the arguments and locals of frames, under the names that the author gave them.</summary>
internal sealed partial class FrameVariables : IFrameVariables
{
    private const string ClosureSlot = "CS$<>8__", BasicClosureSlot = "$VB$Closure_";

    private readonly TypeCatalog _types;
    private readonly TypeMaps _maps;
    private readonly DacLayouts _layouts;
    private readonly TupleLayouts _tuples;
    private readonly DelegateNames _delegates;
    private readonly ValueReader _values;
    private readonly DeclaredTypes _declared;
    private readonly LiveRangeCatalog _ranges;
    private readonly FrameReader _reader;
    private readonly HoistedVariables _hoisted;
    private readonly ExactTypes _exact;

    /// <param name="runtime">The target's runtime as ClrMD sees it.</param>
    /// <param name="dac">The same as the DAC sees it.</param>
    /// <param name="memory">The target's memory.</param>
    /// <param name="modules">Names of methods that delegates point to.</param>
    /// <param name="limits">How much of a value is read.</param>
    public FrameVariables(ClrRuntime runtime, DacProcess dac, IDataReader memory, ModuleCatalog modules, Limits limits)
    {
        _types = new TypeCatalog(runtime, dac, modules);
        _maps = new TypeMaps(dac, memory, _types, modules);
        _layouts = new DacLayouts(_types, new TypeHandles(dac, memory), new StructSizes(_types, modules));
        _tuples = new TupleLayouts(_types);
        _delegates = new DelegateNames(runtime, method => NameOf(method, modules));
        _values = new ValueReader(_types, memory, _delegates);
        _declared = new DeclaredTypes(_maps, _layouts, _tuples);
        _ranges = new LiveRangeCatalog(dac, memory);
        _reader = new FrameReader(_values, _declared, _ranges, limits);
        _hoisted = new HoistedVariables(_values, limits);
        _exact = new ExactTypes(_reader, _values);
        Statics = new StaticVariables(new StaticOwners(runtime, dac, modules, _exact, _maps, _values), new StaticReader(runtime, dac, _values, limits), limits);
    }

    /// <summary>Reads the target's objects.</summary>
    public ValueReader Values => _values;

    /// <summary>Static fields, of the types of the frames that are shown to it.</summary>
    public StaticVariables Statics { get; }

    /// <summary>Reads the variables that state machines keep.</summary>
    public HoistedVariables Hoisted => _hoisted;

    /// <inheritdoc/>
    public void BeginSample()
    {
        _types.NewSample();
        _maps.NewSample();
        _layouts.NewSample();
        _tuples.NewSample();
        _ranges.NewSample();
        _delegates.NewSample();
        Statics.BeginSample();
    }

    /// <inheritdoc/>
    public Value Object(ulong address) => _reader.Object(address);

    /// <inheritdoc/>
    public void Read(in FrameContext frame, List<Variable> arguments, List<Variable> locals)
    {
        if (frame.Symbols is not { MakesHolder: false } symbols || !frame.Dac.Sos.TryGetMethod(frame.MethodDesc, out var method))
            return;
        var list = new FrameVariablesList(symbols, frame.ILOffset, frame.IsLeaf, arguments, locals) { Callee = frame.Callee };
        _reader.BeginFrame();
        ReadArguments(frame, method, list);
        ReadLocals(frame, method, list);
        if (symbols.HasThis)
            ReadThis(frame, method, list);
        foreach (string name in _reader.FindContradicted(frame))
            list.Withdraw(Escape.Text(name));
    }

    private void ReadArguments(in FrameContext frame, in DacMethodDesc method, in FrameVariablesList list)
    {
        if (list.Symbols.IsFSharpSequence)
            return;
        int first = list.Symbols.HasThis ? 1 : 0;
        for (int i = 0; i < list.Symbols.ParameterTypes.Length; i++)
        {
            var slot = new Slot(IsArgument: true, i + first);
            using (var value = slot.Get(frame.Frame))
            {
                var type = list.Symbols.ParameterTypes[i];
                string name = list.Symbols.ParameterNames[i];
                if (IsClosure(type))
                    AddClosure(frame, slot, type, method.Module, value, list);
                else if (!ForeignNames.IsUnit(name, type))
                {
                    var place = _reader.Find(frame, slot, value);
                    var read = Known(GivenAddresses.Out(list, i, Assignments.Of(list.Symbols).Out(i, frame.ILOffset, frame.IsLeaf)))
                        ?? _reader.Read(frame, slot, place, type, method.Module, value, name);
                    list.Arguments.Add(new(Escape.Text(name), SigText.Of(type), NamedTuples.Named(read, type, list.Symbols.ParameterTuples[i])));
                    if (type.Kind is SigKind.ByRef && _reader.Reference(place) is { } address)
                        frame.References[i] = address;
                }
            }
        }
    }

    private void ReadLocals(in FrameContext frame, in DacMethodDesc method, in FrameVariablesList list)
    {
        if (frame.ILOffset < 0)
            return;
        for (int i = 0; i < list.Symbols.LocalTypes.Length; i++)
        {
            if (!list.Symbols.TryGetLocal(i, frame.ILOffset, out var local))
                continue;
            bool isClosure = local.Name.StartsWith(ClosureSlot, StringComparison.Ordinal) || local.Name.StartsWith(BasicClosureSlot, StringComparison.Ordinal);
            if ((local.IsHidden || ForeignNames.IsPipe(local.Name)) && !isClosure)
                continue;
            var slot = new Slot(IsArgument: false, i);
            using (var value = slot.Get(frame.Frame))
                if (isClosure && Known(Assignments.Of(list.Symbols).Local(i, frame.ILOffset, frame.IsLeaf)) is not null)
                    continue; // it is still to be made
                else if (isClosure)
                    AddClosure(frame, slot, list.Symbols.LocalTypes[i], method.Module, value, list);
                else
                    list.Add(Local(frame, slot, method, list, local, value), isArgument: false);
        }
    }

    private Variable Local(in FrameContext frame, Slot slot, in DacMethodDesc method, in FrameVariablesList list, LocalName local, in DacValue value)
    {
        var type = list.Symbols.LocalTypes[local.Slot];
        var assigned = GivenAddresses.Local(list, local.Slot, Assignments.Of(list.Symbols).Local(local.Slot, frame.ILOffset, frame.IsLeaf));
        var read = Known(assigned) ?? _reader.Read(frame, slot, _reader.Find(frame, slot, value), type, method.Module, value, local.Name);
        if (assigned is Assigned.Yes && read == Value.Unavailable && GivenAddresses.Address(list, local.Slot) is { } address && address >= frame.StackPointer)
            read = _reader.At(frame, address, type, method.Module, value, local.Name);
        return new(Escape.Text(local.Name), SigText.Of(type), NamedTuples.Named(read, type, local.Tuples));
    }

    private void ReadThis(in FrameContext frame, in DacMethodDesc method, in FrameVariablesList list)
    {
        bool isHolder = HoistedVariables.IsHolder(list.Symbols);
        if (!isHolder && HoistedVariables.IsScript(list.Symbols))
            return;
        var slot = new Slot(IsArgument: true, 0);
        using (var value = slot.Get(frame.Frame))
        {
            var place = _reader.Find(frame, slot, value);
            ulong? address = frame.IsCollecting ? null : _reader.Reference(place);
            if (isHolder)
                AddHolder(address, method, list);
            else
                list.AddThis(new("this", DeclaringNames.Of(list.Symbols), This(address, method, list.Symbols)));
        }
    }

    /// <summary>What is told of a variable without looking at it: its place may hold what another left there.</summary>
    private static Value? Known(Assigned assigned) => assigned switch
    {
        Assigned.No => Value.NotAssigned,
        Assigned.Perhaps => Value.Unavailable,
        _ => null,
    };
}
