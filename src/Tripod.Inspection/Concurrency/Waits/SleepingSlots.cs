using System.Runtime.CompilerServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>
/// Remembers which places on a stack refer to objects, while its thread sleeps: the DAC need not look again, and cannot
/// fail at it. Objects move, and the garbage collector mends the places, so that only these are kept, never what stands
/// in them. That a thread has not run is proved by its processor time, to the nanosecond, its registers in the system
/// call, and the frames: where all return addresses and stack pointers are the same, so are the places.
/// </summary>
internal sealed class SleepingSlots(ThreadContexts records, ContextStore contexts, IDataReader memory)
{
    private Dictionary<uint, Sleep> _last = [], _now = [];

    /// <summary>Forgets the threads that were not asked for since the last call.</summary>
    public void BeginSample()
    {
        (_last, _now) = (_now, _last);
        _now.Clear();
    }

    /// <summary>The places with what they refer to now; null if the thread has run, or was not seen before.</summary>
    public List<StackSlot>? Find(WalkedThread thread)
    {
        if (!_last.TryGetValue(thread.OsId, out Sleep? sleep) || sleep.ManagedId != thread.Stack.ManagedId
            || Mark(thread) is not { } mark || !mark.AsSpan().SequenceEqual(sleep.Mark))
            return null;
        var slots = new List<StackSlot>(sleep.Slots.Count);
        foreach (StackSlot slot in sleep.Slots)
            if (memory.Read(slot.Address, out ulong address) && address != 0)
                slots.Add(slot with { Object = address });
            else
                return null;
        _now[thread.OsId] = sleep;
        return slots;
    }

    /// <summary>Keeps the places of a thread that sleeps. What stands in a register must stand on the stack too: registers are not read again.</summary>
    public void Keep(WalkedThread thread, List<StackSlot> slots)
    {
        if (Mark(thread) is not { } mark)
            return;
        var kept = new List<StackSlot>(slots.Count);
        foreach (StackSlot slot in slots)
        {
            ulong address = slot.Address != 0 ? slot.Address : slots.Find(other => other.Address != 0 && other.Object == slot.Object).Address;
            if (address == 0)
                return;
            kept.Add(slot with { Address = address });
        }
        _now[thread.OsId] = new Sleep(thread.Stack.ManagedId, mark, kept);
    }

    // processor time, registers, and each frame's; null if the thread does not sleep, or the kernel does not count
    private ulong[]? Mark(WalkedThread thread)
    {
        ref readonly ThreadRecord record = ref records.Find((int)thread.OsId);
        if (Unsafe.IsNullRef(in record) || record.State != ThreadState.Asleep || record.CpuTime <= 0)
            return null;
        var (ip, sp) = records.Layout.GetPointers(record);
        ulong[] mark = new ulong[3 + 2 * thread.Frames.Count];
        (mark[0], mark[1], mark[2]) = ((ulong)record.CpuTime, ip, sp);
        for (int i = 0; i < thread.Frames.Count; i++)
        {
            Span<byte> context = contexts.Get(thread.Frames[i].Context);
            (mark[3 + 2 * i], mark[4 + 2 * i]) = (records.Layout.GetIp(context), records.Layout.GetSp(context));
        }
        return mark;
    }

    private sealed record Sleep(int ManagedId, ulong[] Mark, List<StackSlot> Slots);
}
