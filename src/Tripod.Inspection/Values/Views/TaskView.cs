using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Tasks by their status, and the result of one that has it.</summary>
internal sealed class TaskView : View
{
    /// <summary>Bits of Task.m_stateFlags (Task.cs).</summary>
    private const int Started = 0x1_0000, DelegateInvoked = 0x2_0000, Faulted = 0x20_0000, Canceled = 0x40_0000,
        WaitingOnChildren = 0x80_0000, RanToCompletion = 0x100_0000, WaitingForActivation = 0x200_0000;

    /// <summary>What the runtime uses as result of a task that has none.</summary>
    private const string NoResult = "Task<VoidTaskResult>";

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("m_stateFlags", out int flags))
            return null;
        string type = instance.Type.ViewedAs is NoResult ? "Task" : instance.Type.ViewedAs;
        var members = new List<Member> { new("Status", new Scalar(Status(flags))) };
        if ((flags & RanToCompletion) != 0 && type != "Task" && instance.Field("m_result", Secrecy.Open, budget) is { } result)
            members.Add(new("Result", result));
        if ((flags & Faulted) != 0 && Exceptions(instance, budget) is { } exceptions)
            members.Add(exceptions);
        return new Composite(type, members);
    }

    /// <summary>What went wrong: a list, which has one element for an async method (TaskExceptionHolder.cs).</summary>
    private static Member? Exceptions(Instance task, Budget budget)
    {
        if (!task.TryObject("m_contingentProperties", out var properties) || !properties.TryObject("m_exceptionsHolder", out var holder) ||
            !holder.TryObject("m_faultExceptions", out var list) || !list.TryElements("_items", out var items) ||
            !list.TryRead("_size", out int count) || count < 1 || count > items.Length)
            return null;
        var exceptions = new List<Value>();
        for (int i = 0; i < Math.Min(count, budget.Limits.Items) && !budget.IsSpent; i++)
            exceptions.Add(Exception(task.Reader, items.Address(i), budget));
        return count == 1 && exceptions.Count == 1 ? new("Exception", exceptions[0]) : new("Exceptions", new Sequence("Exception[]", count, exceptions));
    }

    private static Value Exception(ValueReader reader, ulong place, Budget budget) =>
        reader.Memory.Read(place, out ulong address) && reader.TryType(address, out var type)
            ? new Instance(reader, type, address + ValueReader.HeaderSize).Field("_exception", Secrecy.Open, budget) ?? Value.Unreadable
            : Value.Unreadable;

    /// <summary>In the order of Task.Status.</summary>
    private static string Status(int flags) =>
        (flags & Faulted) != 0 ? "Faulted"
        : (flags & Canceled) != 0 ? "Canceled"
        : (flags & RanToCompletion) != 0 ? "RanToCompletion"
        : (flags & WaitingOnChildren) != 0 ? "WaitingForChildrenToComplete"
        : (flags & DelegateInvoked) != 0 ? "Running"
        : (flags & Started) != 0 ? "WaitingToRun"
        : (flags & WaitingForActivation) != 0 ? "WaitingForActivation"
        : "Created";
}
