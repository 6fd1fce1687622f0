using System.Runtime.CompilerServices;
using Tripod.Inspection.Memory;
using Tripod.Samples;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Stacks;

/// <summary>Turns a thread of the runtime into a thread of the sample.</summary>
internal sealed class ThreadWalker(int targetPid, ThreadContexts contexts, StackFinder stacks, ThreadNames names, SplitFrames? split)
{
    public WalkedThread Walk(in ThreadEntry thread, bool isCollecting, ProcessorUse? processor)
    {
        ref readonly ThreadRecord record = ref contexts.Find(thread.OsId);
        bool isCaptured = !Unsafe.IsNullRef(in record);
        string? problem = ProblemOf(isCaptured ? record.State : ThreadState.Gone);
        WalkedStack stack = problem is null ? stacks.Find(thread, record) : new WalkedStack { Problem = problem };
        split?.Join(stack.Frames);
        ThreadActivity activity = problem is not null ? ThreadActivity.Unknown
            : record.State == ThreadState.Asleep ? ThreadActivity.Waiting
            : ThreadActivity.Running;
        return new WalkedThread(thread.Address, thread.Thread.OsId, stack.Frames, Describe(thread, stack, activity, isCollecting) with { Processor = processor });
    }

    private ThreadStack Describe(in ThreadEntry thread, WalkedStack stack, ThreadActivity activity, bool isCollecting)
    {
        bool isWaiting = activity == ThreadActivity.Waiting;
        var frames = new Frame[stack.Frames.Count];
        for (int i = 0; i < frames.Length; i++)
            frames[^(i + 1)] = stack.Frames[i].Point.Frame;
        string? name = names.Get(thread, isCollecting), nativeName = frames.Length == 0 ? NativeNames.TryGet(targetPid, thread.OsId) : null;
        // the runtime's own threads run no managed code, wherever their native frames lead
        bool isNative = nativeName is not null && name is null && thread.Kind is not ThreadKind.Finalizer && activity is not ThreadActivity.Unknown;
        string? problem = isNative ? null : stack.Problem;
        return new ThreadStack
        {
            ManagedId = thread.Thread.ManagedId,
            OsId = thread.OsId,
            Name = name ?? nativeName,
            Kind = nativeName is not null && NativeNames.IsCollector(nativeName) ? ThreadKind.Gc : thread.Kind,
            Activity = activity,
            WaitingIn = isWaiting ? ThreadWaits.Find(stack.Frames) : null,
            Frames = frames,
            OmittedFrames = stack.Omitted,
            Problem = problem,
            IsIdle = isWaiting && problem is null && (ThreadWaits.IsIdle(stack.Frames) || nativeName is not null),
        };
    }

    private static string? ProblemOf(ThreadState state) => state switch
    {
        ThreadState.Stopped or ThreadState.Asleep => null,
        ThreadState.Unstable => "it woke while the sample was being taken",
        ThreadState.Refused => "it was running, and the system does not allow it to be stopped",
        ThreadState.Gone => "it was starting or ending",
        _ => "it did not stop in time",
    };
}
