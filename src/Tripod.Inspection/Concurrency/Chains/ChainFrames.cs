using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Inspection.Variables;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>Frames of async methods that wait: name, line of the await, and the variables that their state machines keep.</summary>
internal sealed class ChainFrames(ValueReader values, HoistedVariables hoisted, FrameFactory frames)
{
    private readonly Dictionary<(MachineType, int), Frame> _frames = [];

    /// <summary>Forgets: modules may have been unloaded.</summary>
    public void BeginSample() => _frames.Clear();

    /// <summary>The name of a method, escaped.</summary>
    public string NameOf(Machine machine) => Brief(machine).Method;

    /// <summary>The frame without variables.</summary>
    public Frame Brief(Machine machine)
    {
        if (!_frames.TryGetValue((machine.Type, machine.State), out Frame? frame))
            _frames[(machine.Type, machine.State)] = frame = Create(machine);
        return frame;
    }

    /// <summary>The frame with its variables.</summary>
    public Frame Full(Machine machine)
    {
        Frame frame = Brief(machine);
        if (machine.Type.MoveNext is not { } method)
            return frame;
        List<Variable> arguments = [], locals = [];
        hoisted.Add(new Instance(values, machine.Type.Layout, machine.Data), new FrameVariablesList(method, OffsetOf(machine, method), IsLeaf: false, arguments, locals));
        return frame with { Arguments = arguments, Locals = locals };
    }

    private Frame Create(Machine machine) => machine.Type.MoveNext is { } method
        ? frames.CreateFrame(method, OffsetOf(machine, method))
        : new Frame { Method = machine.Type.Layout.Name, ShortMethod = machine.Type.Layout.Name };

    private static int OffsetOf(Machine machine, MethodSymbols method) => machine.IsSuspended ? AwaitPoints.Find(method, machine.State) : ILOffsets.Unknown;
}
