using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using TypeLayout = Tripod.Inspection.Values.TypeLayout;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>
/// Finds what the frames of a waiting thread refer to. It is what the garbage collector would keep alive, and so
/// as certain as anything: were it wrong, the program would crash.
/// </summary>
internal sealed class StackObjects(TargetRuntime runtime, ContextLayout layout, ContextStore contexts, ValueReader values, SleepingSlots sleeping)
{
    // their frames hold the task that they run (Task.cs), or the box of the async method (AsyncTaskMethodBuilderT.cs)
    private const string RunsTask = "System.Threading.Tasks.Task.ExecuteWithThreadLocal(";
    private const string RunsBox = "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1+AsyncStateMachineBox`1[[", BoxMethod = "]].MoveNext(";

    // An async method that gives up its thread may be running on another already, while this one is still in one of these.
    private static readonly string[] HandsOver = ["OnCompleted", "UnsafeOnCompleted", "Post", "Send", "QueueTask"];

    private const string SpinLock = "System.Threading.SpinLock";

    private readonly Dictionary<ulong, bool> _runners = [];
    private TypeLayout? _spinLock;

    /// <summary>Forgets the last sample, but not the threads that have been asleep since.</summary>
    public void BeginSample()
    {
        _runners.Clear();
        sleeping.BeginSample();
    }

    /// <summary>The objects in the frames of the class library that stand above the author's, each once a frame.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="running">Gets the tasks that the thread runs.</param>
    public List<StackObject> Read(WalkedThread thread, HashSet<ulong> running)
    {
        if (sleeping.Find(thread) is not { } slots)
            sleeping.Keep(thread, slots = Seek(thread));
        var objects = new List<StackObject>();
        foreach (StackSlot slot in slots)
            if (slot.Method is not { } method)
                running.Add(slot.Object);
            else if (!objects.Exists(known => known.Address == slot.Object && known.Method == method) && InstanceAt(slot) is { } instance)
                objects.Add(new StackObject(slot.Object, instance, method));
        return objects;
    }

    private Instance? InstanceAt(in StackSlot slot)
    {
        if (!slot.IsObject)
            return _spinLock is null ? null : new Instance(values, _spinLock, slot.Object);
        return values.TryType(slot.Object, out TypeLayout? type) ? new Instance(values, type, slot.Object + ValueReader.HeaderSize) : null;
    }

    private List<StackSlot> Seek(WalkedThread thread)
    {
        var methods = new Dictionary<ulong, string>();
        foreach (WalkedFrame frame in thread.Frames.TakeWhile(frame => frame.Point.IsFramework))
            methods[layout.GetSp(contexts.Get(frame.Context))] = frame.Point.Frame.Method;
        if (thread.Frames.Exists(IsFilter))
            return [];
        bool mayHaveHandedOver = thread.Frames.Exists(MayHaveHandedOver);
        var slots = new List<StackSlot>();
        foreach (StackReference reference in runtime.Dac.Sos.GetStackReferences(thread.OsId))
        {
            if (reference is not { IsOfMethod: true, Object: not 0 })
                continue;
            if (methods.TryGetValue(reference.StackPointer, out string? method) && (reference.IsObject || IsSpinLock(method, reference.Object)))
                slots.Add(new StackSlot(reference.Slot, reference.Object, method, reference.IsObject));
            if (reference.IsObject && !mayHaveHandedOver && IsRunner(reference.Instruction) && values.TryType(reference.Object, out TypeLayout? type) && type.Field(TaskState.Field) is not null)
                slots.Add(new StackSlot(reference.Slot, reference.Object, null));
        }
        return slots;
    }

    // Its methods have two references to what is no object: the lock itself, and a flag of the caller's. The flag lies on
    // a stack as a rule; a lock that threads share does not. Where both are on the heap there are two, and none is told.
    private bool IsSpinLock(string method, ulong address)
    {
        if (!method.StartsWith(SpinLock + ".", StringComparison.Ordinal) || runtime.Clr.Heap.GetSegmentByAddress(address) is null)
            return false;
        _spinLock ??= runtime.Clr.BaseClassLibrary.GetTypeByName(SpinLock) is { } type ? values.Types.Find(type.MethodTable) : null;
        return _spinLock is not null;
    }

    // Above a filter stands the frame of the throw, whose registers the DAC takes for its own memory, and crashes
    // (SoftwareExceptionFrame::UpdateRegDisplay of frames.cpp).
    private static bool IsFilter(WalkedFrame frame) => frame.Point.Symbols is { HasFilters: true } symbols && (frame.Point.ILOffset < 0 || symbols.IsInFilter(frame.Point.ILOffset));

    private static bool MayHaveHandedOver(WalkedFrame frame) => HandsOver.Contains(frame.Point.Frame.ShortMethod)
        || frame.Point.Symbols is { Kickoff: not null } symbols && AwaitPoints.HandedOverAs(symbols, frame.Point.ILOffset) is not null;

    private bool IsRunner(ulong instruction)
    {
        if (!_runners.TryGetValue(instruction, out bool isRunner))
            _runners[instruction] = isRunner = IsRunner(runtime.Dac.Sos.GetMethodName(runtime.Dac.Sos.GetMethodDesc(instruction)));
        return isRunner;
    }

    private static bool IsRunner(string method) => method.StartsWith(RunsTask, StringComparison.Ordinal)
        || method.StartsWith(RunsBox, StringComparison.Ordinal) && method.Contains(BoxMethod, StringComparison.Ordinal);
}
