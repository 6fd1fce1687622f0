using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Assignment;

/// <summary>
/// Follows every way through a method's IL and finds what has been assigned before each instruction: C#'s definite
/// assignment, of code that is compiled already. An address that is given to a call, or stored through, assigns once
/// that is done. Where a scope begins, its variables begin anew.
/// </summary>
internal sealed class AssignmentFlow
{
    private readonly MethodSymbols _method;
    private readonly FlowGraph _graph;
    private readonly Cells _cells;
    private readonly ILookup<int, int> _born;
    private readonly CellSet?[] _before;
    private readonly int[][] _stacks;
    private readonly Queue<int> _queue = [];
    private readonly Dictionary<int, CellSet> _ends = [];
    private readonly HashSet<int> _leaves = [];

    /// <param name="method">The method.</param>
    /// <param name="graph">Its instructions.</param>
    /// <param name="cells">What is followed.</param>
    /// <param name="births">Cells that begin anew at an offset.</param>
    public AssignmentFlow(MethodSymbols method, FlowGraph graph, Cells cells, ILookup<int, int> births)
    {
        (_method, _graph, _cells, _born) = (method, graph, cells, births);
        _before = new CellSet?[graph.Instructions.Length];
        _stacks = new int[graph.Instructions.Length][];
    }

    /// <summary>What has been assigned before each instruction; null for those that no way leads to.</summary>
    /// <exception cref="BadImageFormatException">The IL makes no sense.</exception>
    public CellSet?[] Run()
    {
        if (_before.Length == 0)
            return _before;
        Enter(0, new CellSet(_cells.Count), []);
        do
        {
            while (_queue.TryDequeue(out int index))
                Follow(index);
        }
        while (_graph.IsResumed && Resume());
        return _before;
    }

    /// <summary>Goes on behind a suspension that nothing else leads behind. What was not kept in a field is lost.</summary>
    private bool Resume()
    {
        for (int i = 1; i < _before.Length; i++)
            if (_before[i] is null && _before[i - 1] is { } last && FlowGraph.IsExit(_graph.Instructions[i - 1]))
            {
                var state = last.Copy();
                for (int slot = 0; slot < _method.LocalTypes.Length; slot++)
                    state.Doubt(slot);
                Enter(i, state, []);
                return true;
            }
        return false;
    }

    private void Enter(int index, CellSet state, int[] stack)
    {
        foreach (int cell in _born[_graph.Instructions[index].Offset])
            state.Clear(cell);
        if (_before[index] is { } known)
        {
            if (known.Join(state))
                _queue.Enqueue(index);
            return;
        }
        _before[index] = state;
        _stacks[index] = stack;
        _queue.Enqueue(index);
    }

    private void Follow(int index)
    {
        var instruction = _graph.Instructions[index];
        var state = _before[index]!.Copy();
        foreach (var region in _graph.Protecting(instruction.Offset))
            EnterHandler(region, state);
        int[] stack = Execute(instruction, _stacks[index], state);
        if (_graph.IsBehindEndOfMachine(index))
            foreach (var (_, cell) in _cells.OfType(MetadataTokens.GetToken(_method.DeclaringType)))
                state.Doubt(cell);
        if (FlowGraph.IsLeave(instruction))
            Leave(index, state);
        else if (instruction.Code == OpCodes.Endfinally)
            End(_graph.HandlerAround(instruction.Offset), state);
        else if (instruction.Code == OpCodes.Endfilter && _graph.HandlerBehind(instruction.Offset) is >= 0 and var handler)
            Enter(_graph.IndexOf(handler), state, [Cells.None]);
        else if (!_graph.IsRefusal(index))
            foreach (int target in _graph.Successors(index))
                Enter(_graph.IndexOf(target), state.Copy(), stack);
    }

    private void EnterHandler(ExceptionRegion region, CellSet state)
    {
        int[] stack = region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter ? [Cells.None] : [];
        // a filter comes first, and puts the exception into its variable: its handler follows its end
        Enter(_graph.IndexOf(region.Kind == ExceptionRegionKind.Filter ? region.FilterOffset : region.HandlerOffset), state.Copy(), stack);
    }

    /// <summary>Finally blocks come in between: what they assign is known when their end has been reached.</summary>
    private void Leave(int index, CellSet state)
    {
        var instruction = _graph.Instructions[index];
        _leaves.Add(index);
        foreach (var region in _graph.Between(instruction.Offset, instruction.Operand))
            if (_ends.TryGetValue(region.HandlerOffset, out var end))
                state.Add(end);
            else
                return;
        Enter(_graph.IndexOf(instruction.Operand), state, []);
    }

    private void End(int handler, CellSet state)
    {
        if (!_ends.TryGetValue(handler, out var known))
            _ends[handler] = state;
        else if (!known.Join(state))
            return;
        foreach (int leave in _leaves)
            _queue.Enqueue(leave);
    }

    /// <summary>The evaluation stack afterwards: for each value the cell whose address it is.</summary>
    private int[] Execute(in IlInstruction instruction, int[] stack, CellSet state)
    {
        var effect = StackEffect.Of(instruction, _method.Module.Metadata);
        int taken = Math.Min(effect.Pops, stack.Length);
        if (effect.Pops != StackEffect.Everything && effect.Pops > stack.Length)
            throw new BadImageFormatException();
        bool isDup = instruction.Code == OpCodes.Dup;
        if (!isDup && instruction.Code != OpCodes.Pop)
            foreach (int cell in stack.AsSpan(stack.Length - taken))
                if (cell != Cells.None)
                    state.Assign(cell);
        Assign(instruction, state);
        int[] result = new int[stack.Length - taken + effect.Pushes];
        stack.AsSpan(0, stack.Length - taken).CopyTo(result);
        result.AsSpan(stack.Length - taken).Fill(isDup ? stack[^1] : Pushed(instruction));
        return result;
    }

    private void Assign(in IlInstruction instruction, CellSet state)
    {
        int cell = LocalAccess.Stored(instruction) is >= 0 and var slot ? _cells.Local(slot)
            : instruction.Code == OpCodes.Stfld ? _cells.FieldOf(instruction)
            : Cells.None;
        if (cell != Cells.None)
            state.Assign(cell);
        else if (instruction.Code == OpCodes.Newobj)
            foreach (var (_, field) in _cells.OfType(_cells.CreatedType(instruction.Operand)))
                state.Clear(field);
    }

    private int Pushed(in IlInstruction instruction) =>
        LocalAccess.Address(instruction) is >= 0 and var slot ? _cells.Local(slot)
        : LocalAccess.Argument(instruction) is >= 0 and var argument ? _cells.Out(argument - (_method.HasThis ? 1 : 0))
        : instruction.Code == OpCodes.Ldflda ? _cells.FieldOf(instruction)
        : Cells.None;
}
