using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Inspection.Variables.Assignment;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Shows the fields of closures, state machines and scripts as what they are to the author: variables of the frame.
/// </summary>
internal sealed class HoistedVariables(ValueReader values, Limits limits)
{
    private const string Submission = "Submission#";
    private const int DeepestClosure = 16;

    /// <summary>Whether the type that declares a method is a closure or state machine: its fields are the frame's variables.</summary>
    public static bool IsHolder(MethodSymbols symbols) => IsCompilersOwn(symbols.DeclaringName);

    /// <summary>Whether a method belongs to a script, whose <c>this</c> nobody wrote.</summary>
    public static bool IsScript(MethodSymbols symbols) => symbols.DeclaringName.StartsWith(Submission, StringComparison.Ordinal);

    /// <summary>Adds the variables in the object at an address, unless it is null, unreadable, or an object of the author's.</summary>
    public void AddObject(ulong address, in FrameVariablesList list, int depth = 0)
    {
        if (address != 0 && values.TryType(address, out var type) && (IsSubmission(type) || IsCompilersOwn(type)))
            Add(new Instance(values, type, address + ValueReader.HeaderSize), list, depth);
    }

    /// <summary>Adds the variables in an object or struct.</summary>
    public void Add(Instance holder, FrameVariablesList list, int depth = 0)
    {
        if (depth > DeepestClosure || IsSubmission(holder.Type) && list.Symbols.Name.Short != MethodNames.Script)
            return; // a script's variables belong to its top-level code, not to each function that could see them
        var state = holder.Type.Field("<>1__state") ?? holder.Type.Field("$State");
        if (state is not null && !values.Memory.Read(holder.Data + (ulong)state.Offset, out int _))
            return; // whatever lies there, it is no state machine
        if (state is not null && IsHandedOver(holder, state, list))
            list = list with { IsWithheld = true };
        bool isFSharp = ForeignNames.IsFSharpClosure(holder.Type.Definition[(holder.Type.Definition.LastIndexOf('+') + 1)..], out _);
        foreach (var field in holder.Type.Fields)
        {
            var name = HoistedName.Of(field.RawName);
            if (isFSharp && ForeignNames.IsFSharpField(field.RawName))
                continue;
            if (name.Kind is HoistedKind.Closure || name.Kind is HoistedKind.This && IsHeldByCompiler(holder, field))
                AddNested(holder, field, list, depth + 1);
            else if (name.Kind is HoistedKind.This)
                list.AddThis(Variable(holder, field, "this", list));
            else if (state is not null)
                AddOfStateMachine(holder, field, name, list);
            else if (name.Kind is HoistedKind.Plain or HoistedKind.Local)
                AddCaptured(holder, field, name, list);
        }
    }

    /// <summary>
    /// Whether the frame has told another thread to run its machine on, and that thread has begun: the variables are no
    /// longer this frame's. The box of a machine that has ended is cleared, and looks as if it were in its first await.
    /// </summary>
    private bool IsHandedOver(Instance machine, FieldLayout state, in FrameVariablesList list)
    {
        if (AwaitPoints.HandedOverAs(list.Symbols, list.ILOffset) is not { } left)
            return false;
        return !values.Memory.Read(machine.Data + (ulong)state.Offset, out int now) || now != left || now == 0 && IsCleared(machine);
    }

    private bool IsCleared(Instance machine)
    {
        byte[] bytes = new byte[machine.Type.Fields.Max(field => field.Offset) + 1];
        return values.Memory.Read(machine.Data, bytes) != bytes.Length || !bytes.AsSpan().ContainsAnyExcept((byte)0);
    }

    private void AddOfStateMachine(Instance machine, FieldLayout field, HoistedName name, in FrameVariablesList list)
    {
        if (name.Kind is HoistedKind.Plain)
            list.Add(Variable(machine, Given(machine, field, list), name.Name, list), isArgument: true);
        else if (name.Kind is HoistedKind.Local && list.Symbols.IsMoveNext && HoistedScopes.Contains(list.Symbols, name.Slot, list.ILOffset))
            list.Add(Assigned(machine, field, name.Name, list), isArgument: false);
    }

    /// <summary>An iterator has its parameters as they were given in other fields, of which it makes copies when it begins.</summary>
    private static FieldLayout Given(Instance machine, FieldLayout field, in FrameVariablesList list) =>
        list.Symbols.MetadataName.EndsWith("Enumerator", StringComparison.Ordinal) && machine.Type.Field("<>3__" + field.RawName) is { } given ? given : field;

    /// <summary>Of a closure that the method did not make itself only what the method has captured; others' variables lie there too.</summary>
    private void AddCaptured(Instance closure, FieldLayout field, HoistedName name, in FrameVariablesList list)
    {
        var assignments = Assignments.Of(list.Symbols);
        if (IsSubmission(closure.Type))
            list.Add(OfScript(closure, field, name.Name, list), isArgument: false);
        else if (assignments.Creates(closure.Type.Token))
            list.AddCaptured(Assigned(closure, field, name.Name, list));
        else if (assignments.Mentions(closure.Type.Token, field.RawName))
            list.Add(Variable(closure, field, name.Name, list), isArgument: false);
    }

    /// <summary>A function of the script may have assigned it before the script itself does.</summary>
    private Variable OfScript(Instance script, FieldLayout field, string name, in FrameVariablesList list) =>
        Variable(script, field, name, list) is { Value: not Scalar { Text: "null" or "0" or "false" } } variable ? variable : Assigned(script, field, name, list);

    /// <summary>The variable as far as the method has assigned it.</summary>
    private Variable Assigned(Instance holder, FieldLayout field, string name, in FrameVariablesList list)
    {
        var variable = Variable(holder, field, name, list);
        return GivenAddresses.Field(list, field.RawName, Assignments.Of(list.Symbols).Field(holder.Type.Token, field.RawName, list.ILOffset, list.IsLeaf)) switch
        {
            Assignment.Assigned.No => variable with { Value = Value.NotAssigned },
            Assignment.Assigned.Perhaps => variable with { Value = Value.Unavailable },
            _ => variable,
        };
    }

    private void AddNested(Instance holder, FieldLayout field, in FrameVariablesList list, int depth)
    {
        ulong address = holder.Data + (ulong)field.Offset;
        if (!field.Type.IsReference)
        {
            if (values.Types.Find(field.Type.MethodTable) is { } type)
                Add(new Instance(values, type, address), list, depth);
        }
        else if (values.Memory.Read(address, out ulong target))
            AddObject(target, list, depth);
    }

    private Variable Variable(Instance holder, FieldLayout field, string name, in FrameVariablesList list)
    {
        var declared = FieldTypes.Of(list.Symbols.Module, holder.Type.Token, field.RawName);
        var value = list.IsWithheld ? Value.Unavailable : values.At(holder.Data + (ulong)field.Offset, field.Type, Secrets.Of(name), new Budget(limits));
        return declared is null
            ? new(Escape.Text(name), "", value)
            : new(Escape.Text(name), SigText.Of(declared.Type), NamedTuples.Named(value, declared.Type, declared.Tuples));
    }

    /// <summary>A closure within a closure, or a script: not an object of the author's.</summary>
    private bool IsHeldByCompiler(Instance holder, FieldLayout field) =>
        values.Memory.Read(holder.Data + (ulong)field.Offset, out ulong address) && values.TryType(address, out var type) &&
        (IsSubmission(type) || IsCompilersOwn(type));

    private static bool IsCompilersOwn(TypeLayout type) => IsCompilersOwn(type.Definition[(type.Definition.LastIndexOf('+') + 1)..]);

    private static bool IsSubmission(TypeLayout type) => type.Definition.StartsWith(Submission, StringComparison.Ordinal) && !type.Definition.Contains('+', StringComparison.Ordinal);

    private static bool IsCompilersOwn(string name) =>
        MangledName.TryParse(name, out var mangled) && (mangled.IsClosure || mangled.IsStateMachine);
}
