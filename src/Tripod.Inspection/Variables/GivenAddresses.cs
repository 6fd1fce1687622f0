using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Variables.Assignment;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Which calls of a method are given the address of a variable. A variable that is assigned by a call is not assigned
/// before the call is done, as C# sees it; the method that was called may have written it already, and then it would not
/// be true to say so.
/// </summary>
internal sealed class GivenAddresses
{
    private static readonly ConditionalWeakTable<MethodSymbols, GivenAddresses> Methods = [];

    private readonly MethodSymbols _method;
    private readonly List<(int Call, Given Given)> _all = [];
    private readonly HashSet<int> _calls = [];

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
            // a broken or replaced image: what is not known to be assigned is not told anyway
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

    /// <summary>Those of a method.</summary>
    public static GivenAddresses Of(MethodSymbols method) => Methods.GetValue(method, static method => new(method));

    /// <summary>Whether the call in which a frame stands, or may stand, is given the address of a local.</summary>
    public bool Local(int slot, int ilOffset) => Contains(new(Kind.Local, slot, ""), ilOffset);

    /// <summary>The same of an <c>out</c> parameter that is passed on.</summary>
    /// <param name="position">Its position, <c>this</c> not counted.</param>
    /// <param name="ilOffset">Where the frame stands.</param>
    public bool Out(int position, int ilOffset) => Contains(new(Kind.Argument, position + (_method.HasThis ? 1 : 0), ""), ilOffset);

    /// <summary>The same of a field that holds a variable.</summary>
    /// <param name="name">Its name in metadata.</param>
    /// <param name="ilOffset">Where the frame stands.</param>
    public bool Field(string name, int ilOffset) => Contains(new(Kind.Field, 0, name), ilOffset);

    private bool Contains(Given given, int ilOffset)
    {
        int end = _calls.Contains(ilOffset) ? ilOffset + 1 : EndOfStatement(ilOffset);
        return _all.Exists(one => one.Given == given && one.Call >= ilOffset && one.Call < end);
    }

    private int EndOfStatement(int ilOffset)
    {
        foreach (var line in _method.Lines)
            if (line.ILOffset > ilOffset)
                return line.ILOffset;
        return int.MaxValue;
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
        bool isCall = instruction.Code.FlowControl is FlowControl.Call;
        if (isCall)
        {
            _calls.Add(instruction.Offset);
            foreach (var given in hasBranched ? stack : stack.Take(effect.Pops))
                if (given.Kind is not Kind.None)
                    _all.Add((instruction.Offset, given));
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
        : instruction.Code == OpCodes.Ldflda ? new(Kind.Field, 0, FieldName(instruction.Operand))
        : default;

    private string FieldName(int token) => MetadataTokens.EntityHandle(token) switch
    {
        { Kind: HandleKind.FieldDefinition } field => _method.Module.Metadata.GetString(_method.Module.Metadata.GetFieldDefinition((FieldDefinitionHandle)field).Name),
        { Kind: HandleKind.MemberReference } member => _method.Module.Metadata.GetString(_method.Module.Metadata.GetMemberReference((MemberReferenceHandle)member).Name),
        _ => "",
    };
}
