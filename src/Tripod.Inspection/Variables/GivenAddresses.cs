using System.Reflection.Emit;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Variables.Assignment;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Which calls of a method are given the address of a variable. A variable that is assigned by a call is not assigned
/// before the call is done, as C# sees it; the method that was called may have written it already, and then it would not
/// be true to say so. Its own <c>out</c> parameter tells. Its parameter tells, too, where a variable lies of which the
/// JIT notes nothing because its address is given away.
/// </summary>
internal sealed class GivenAddresses
{
    private static readonly ConditionalWeakTable<MethodSymbols, GivenAddresses> Methods = [];

    private readonly MethodSymbols _method;
    private readonly List<(int Call, Given Given, int Position)> _all = [];
    private readonly HashSet<int> _calls = [];
    private readonly HashSet<int> _storedArguments = [];
    private readonly bool _isKnown = true;

    private GivenAddresses(MethodSymbols method)
    {
        _method = method;
        try
        {
            if (method.Body?.GetILBytes() is { } il)
                Read(IlInstruction.ReadAll(il));
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidCastException or ArgumentException)
        {
            _isKnown = false; // a broken or replaced image: the parser's ways to say so
        }
    }

    private enum Kind
    {
        None,
        Local,
        Argument,
        Field,
    }

    private readonly record struct Given(Kind Kind, int Index, string Name);

    /// <summary>Whether a local has been assigned, if the call in which the frame stands is counted.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="slot">The local's slot.</param>
    /// <param name="before">Whether it was assigned before the call.</param>
    public static Assigned Local(in FrameVariablesList frame, int slot, Assigned before) => After(frame, new(Kind.Local, slot, ""), before);

    /// <summary>The same of an <c>out</c> parameter, which may be passed on.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="position">The parameter's position, <c>this</c> not counted.</param>
    /// <param name="before">Whether it was assigned before the call.</param>
    public static Assigned Out(in FrameVariablesList frame, int position, Assigned before) =>
        After(frame, new(Kind.Argument, position + (frame.Symbols.HasThis ? 1 : 0), ""), before);

    /// <summary>The same of a field that holds a variable.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="name">The field's name in metadata.</param>
    /// <param name="before">Whether it was assigned before the call.</param>
    public static Assigned Field(in FrameVariablesList frame, string name, Assigned before) => After(frame, new(Kind.Field, 0, name), before);

    /// <summary>Address of a local that the call is given in which the frame stands; null if that is not known.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="slot">The local's slot.</param>
    public static ulong? Address(in FrameVariablesList frame, int slot)
    {
        if (frame.IsLeaf || Of(frame.Symbols).Call(frame, new(Kind.Local, slot, "")) is not { } position || position < 0
            || Of(frame.Callee!.Symbols) is not { _isKnown: true } callee || callee._storedArguments.Contains(position))
            return null;
        position -= frame.Callee.Symbols.HasThis ? 1 : 0;
        return frame.Callee.References.TryGetValue(position, out ulong address) ? address : null;
    }

    private static GivenAddresses Of(MethodSymbols method) => Methods.GetValue(method, static method => new(method));

    private static Assigned After(in FrameVariablesList frame, Given given, Assigned before) =>
        before is not Assigned.No || frame.IsLeaf ? before : Of(frame.Symbols).InCall(frame, given);

    private Assigned InCall(in FrameVariablesList frame, Given given)
    {
        if (Call(frame, given) is not { } position)
            return _isKnown ? Assigned.No : Assigned.Perhaps;
        return position >= 0 ? ByCallee(frame.Callee!, position) : Assigned.Perhaps;
    }

    /// <summary>
    /// Which argument of the call in which a frame stands the address is, <c>this</c> counted; −1 if it may be one of the
    /// newer frame's or not, null if it is none.
    /// </summary>
    private int? Call(in FrameVariablesList frame, Given given)
    {
        int start = frame.ILOffset;
        bool isExact = _calls.Contains(start);
        int end = isExact ? start + 1 : _method.EndOfStatement(start);
        var calls = _all.FindAll(one => one.Given == given && one.Call >= start && one.Call < end);
        return calls.Count == 0 ? null
            : isExact && calls is [{ Position: >= 0 } call] && frame.Callee is { } callee && CallLines.IsCall(_method, start, callee.Symbols) ? call.Position
            : -1;
    }

    /// <summary>What the called method says of its parameter, it says of the variable.</summary>
    private static Assigned ByCallee(CalledMethod callee, int argument)
    {
        int position = argument - (callee.Symbols.HasThis ? 1 : 0);
        if (position < 0 || position >= callee.Symbols.ParameterNames.Length || !callee.Symbols.IsOut(position))
            return Assigned.Perhaps;
        string name = Escape.Text(callee.Symbols.ParameterNames[position]);
        return callee.Arguments.FirstOrDefault(known => known.Name == name)?.Value switch
        {
            null => Assigned.Perhaps,
            var value when value == Value.NotAssigned => Assigned.No,
            var value when value == Value.Unavailable => Assigned.Perhaps,
            _ => Assigned.Yes,
        };
    }

    /// <summary>
    /// Goes through the instructions as they stand. Behind a branch within a statement the values of both its ways are on
    /// the stack so, and it is not known how deep those of the call reach: then all count as given.
    /// </summary>
    private void Read(IlInstruction[] instructions)
    {
        var starts = _method.Lines.Select(line => line.ILOffset).ToHashSet();
        var stack = new Stack<Given>();
        bool hasBranched = false;
        foreach (var instruction in instructions)
        {
            if (starts.Contains(instruction.Offset))
            {
                stack.Clear();
                hasBranched = false;
            }
            hasBranched |= instruction.Code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch;
            Execute(instruction, stack, hasBranched);
        }
    }

    private void Execute(in IlInstruction instruction, Stack<Given> stack, bool hasBranched)
    {
        var effect = StackEffect.Of(instruction, _method.Module.Metadata);
        if (LocalAccess.StoredArgument(instruction) is >= 0 and var argument)
            _storedArguments.Add(argument);
        bool isCall = instruction.Code.FlowControl is FlowControl.Call;
        if (isCall)
        {
            _calls.Add(instruction.Offset);
            int position = effect.Pops - 1;
            foreach (var given in hasBranched ? stack : stack.Take(effect.Pops))
            {
                if (given.Kind is not Kind.None)
                    _all.Add((instruction.Offset, given, hasBranched || instruction.Code == OpCodes.Newobj ? -1 : position));
                position--;
            }
        }
        var pushed = instruction.Code == OpCodes.Dup && stack.TryPeek(out var top) ? top : Pushed(instruction);
        for (int i = 0; i < effect.Pops && stack.TryPop(out _); i++)
        {
        }
        for (int i = 0; i < effect.Pushes; i++)
            stack.Push(pushed);
    }

    private Given Pushed(in IlInstruction instruction) =>
        LocalAccess.Address(instruction) is >= 0 and var slot ? new(Kind.Local, slot, "")
        : LocalAccess.Argument(instruction) is >= 0 and var argument ? new(Kind.Argument, argument, "")
        : instruction.Code == OpCodes.Ldflda ? new(Kind.Field, 0, Members.NameOf(_method.Module.Metadata, MetadataTokens.EntityHandle(instruction.Operand)))
        : default;
}
