using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Assignment;

/// <summary>Where instructions lead to.</summary>
internal sealed class FlowGraph
{
    // of C#, and of Visual Basic
    private const string State = "<>1__state", BasicState = "$State";

    // StateMachineStates.FinishedState of Roslyn
    private const sbyte Ended = -2;

    private readonly byte[] _il;
    private readonly MetadataReader _metadata;
    private readonly ImmutableArray<ExceptionRegion> _regions;
    private readonly Dictionary<int, int> _indices = [];
    private readonly HashSet<int> _resumptions = [];
    private int? _endOfMachine;

    public FlowGraph(MethodSymbols method, MethodBodyBlock body, byte[] il)
    {
        _il = il;
        _metadata = method.Module.Metadata;
        _regions = body.ExceptionRegions;
        Instructions = IlInstruction.ReadAll(il);
        for (int i = 0; i < Instructions.Length; i++)
            _indices[Instructions[i].Offset] = i;
        if (method.IsMoveNext && method.Kickoff is not null)
            FindResumptions();
    }

    public IlInstruction[] Instructions { get; }

    /// <summary>The method is a state machine's, which is entered in its middle too.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Number of the instruction at an offset.</summary>
    /// <exception cref="BadImageFormatException">None begins there.</exception>
    public int IndexOf(int offset) => _indices.TryGetValue(offset, out int index) ? index : throw new BadImageFormatException();

    /// <summary>Offsets of the instructions that may follow one, but for handlers, and but for those of a <c>leave</c>.</summary>
    public IEnumerable<int> Successors(int index)
    {
        var instruction = Instructions[index];
        var flow = instruction.Code.FlowControl;
        bool isLeave = IsLeave(instruction);
        if (flow is FlowControl.Branch && !isLeave)
            yield return instruction.Operand;
        if (flow is FlowControl.Cond_Branch && !_resumptions.Contains(index))
            foreach (int target in instruction.Code == OpCodes.Switch ? instruction.SwitchTargets(_il) : [instruction.Operand])
                yield return target;
        if (flow is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw) && index + 1 < Instructions.Length)
            yield return instruction.Next;
    }

    /// <summary>
    /// The method has marked its state machine as ended. It goes on to clear the fields that hold references, which is no
    /// assignment of the author's; behind that there is none of his code.
    /// </summary>
    public bool IsBehindEndOfMachine(int index) => index >= (_endOfMachine ??= FindEndOfMachine());

    private int FindEndOfMachine()
    {
        for (int i = 0; i < Instructions.Length; i++)
            if (IsEndOfMachine(i))
                return i;
        return int.MaxValue;
    }

    private bool IsEndOfMachine(int index) =>
        IsResumed && index > 0 && Instructions[index].Code == OpCodes.Stfld && FieldName(_metadata, Instructions[index].Operand) is State or BasicState
        && Instructions[index - 1].Code == OpCodes.Ldc_I4_S && (sbyte)Instructions[index - 1].Operand == Ended;

    public static bool IsLeave(in IlInstruction instruction) => instruction.Code == OpCodes.Leave || instruction.Code == OpCodes.Leave_S;

    /// <summary>After it a state machine has been suspended, or has ended.</summary>
    public static bool IsExit(in IlInstruction instruction) => IsLeave(instruction) || instruction.Code == OpCodes.Ret || instruction.Code == OpCodes.Throw;

    /// <summary>The regions that protect an offset.</summary>
    public IEnumerable<ExceptionRegion> Protecting(int offset) => _regions.Where(region => IsIn(offset, region.TryOffset, region.TryLength));

    /// <summary>Finally blocks that run on the way from one offset to another.</summary>
    public IEnumerable<ExceptionRegion> Between(int from, int to) =>
        Protecting(from).Where(region => region.Kind == ExceptionRegionKind.Finally && !IsIn(to, region.TryOffset, region.TryLength));

    /// <summary>The handler whose end an offset belongs to: the innermost around it.</summary>
    public int HandlerAround(int offset) =>
        _regions.Where(region => IsIn(offset, region.HandlerOffset, region.HandlerLength)).OrderBy(region => region.HandlerLength).Select(region => region.HandlerOffset).FirstOrDefault(-1);

    /// <summary>The handler that a filter, at an offset of it, lets in; −1 if there is none.</summary>
    public int HandlerBehind(int offset) =>
        _regions.Where(region => region.Kind == ExceptionRegionKind.Filter && offset >= region.FilterOffset && offset < region.HandlerOffset)
            .OrderByDescending(region => region.FilterOffset).Select(region => region.HandlerOffset).FirstOrDefault(-1);

    /// <summary>A filter's way to its end with 0 for an exception of another type: its handler does not follow.</summary>
    public bool IsRefusal(int index) =>
        index > 0 && (Instructions[index].Code == OpCodes.Br || Instructions[index].Code == OpCodes.Br_S) && Instructions[index - 1].Code == OpCodes.Ldc_I4_0 &&
        _indices.TryGetValue(Instructions[index].Operand, out int target) && Instructions[target].Code == OpCodes.Endfilter;

    private static bool IsIn(int offset, int start, int length) => offset >= start && offset < start + length;

    /// <summary>
    /// Branches by the saved state lead back to where the method was suspended. What was assigned before is still assigned:
    /// these ways are left out, and the code behind a suspension counts as following it.
    /// </summary>
    private void FindResumptions()
    {
        IsResumed = true;
        var save = Array.FindIndex(Instructions, instruction => instruction.Code == OpCodes.Ldfld && FieldName(_metadata, instruction.Operand) is State or BasicState);
        int slot = save >= 0 && save + 1 < Instructions.Length ? LocalAccess.Stored(Instructions[save + 1]) : -1;
        for (int i = 1; slot >= 0 && i < Instructions.Length; i++)
            if (IsDispatch(Instructions[i].Code) && ReadsState(i, slot))
                _resumptions.Add(i);
    }

    private static bool IsDispatch(OpCode code) =>
        code == OpCodes.Switch || code == OpCodes.Brfalse || code == OpCodes.Brfalse_S || code == OpCodes.Beq || code == OpCodes.Beq_S;

    // ldloc; then perhaps a constant, and a subtraction
    private bool ReadsState(int branch, int slot)
    {
        for (int i = branch - 1; i >= Math.Max(0, branch - 3); i--)
            if (LocalAccess.Loaded(Instructions[i]) is >= 0 and var loaded)
                return loaded == slot;
            else if (Instructions[i].Code != OpCodes.Sub && Instructions[i].Code.Name?.StartsWith("ldc.i4", StringComparison.Ordinal) != true)
                return false;
        return false;
    }

    private static string FieldName(MetadataReader metadata, int token) =>
        Members.NameOf(metadata, System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(token));
}
