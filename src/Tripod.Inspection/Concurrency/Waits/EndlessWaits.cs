using Tripod.Inspection.Stacks;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Tells waits without a time limit by the method that the author's code called.</summary>
internal static class EndlessWaits
{
    // what the author wrote, or what is left of it if that was inlined
    private static readonly HashSet<string> Methods =
    [
        "System.Threading.Monitor.Enter", "System.Threading.Monitor.ReliableEnter", "System.Threading.Monitor.Enter_Slowpath",
        "System.Threading.Lock.Enter", "System.Threading.Lock.EnterScope", "System.Threading.Lock.EnterAndGetCurrentThreadId",
        "System.Threading.ReaderWriterLockSlim.EnterReadLock", "System.Threading.ReaderWriterLockSlim.EnterWriteLock",
        "System.Threading.ReaderWriterLockSlim.EnterUpgradeableReadLock", "System.Threading.SpinLock.Enter",
        "System.Threading.Tasks.Task<TResult>.Result.get", "System.Threading.Tasks.Task<TResult>.GetResultCore",
        "System.Runtime.CompilerServices.TaskAwaiter.GetResult", "System.Runtime.CompilerServices.TaskAwaiter<TResult>.GetResult",
    ];

    // of these the overload without parameters
    private static readonly HashSet<string> WithoutParameters = ["System.Threading.Thread.Join", "System.Threading.Tasks.Task.Wait"];

    // of this those with the tasks alone
    private const string WithTasksAlone = "System.Threading.Tasks.Task.WaitAll";

    /// <summary>Whether a thread's wait is known to have no time limit.</summary>
    /// <param name="frames">The newest first.</param>
    public static bool Contain(List<WalkedFrame> frames)
    {
        int count = frames.FindIndex(frame => !frame.Point.IsFramework);
        if (count <= 0)
            return false;
        Frame called = frames[count - 1].Point.Frame;
        return Methods.Contains(called.Method)
            || WithoutParameters.Contains(called.Method) && called.Parameters.Count == 0
            || called.Method == WithTasksAlone && called.Parameters.Count == 1;
    }
}
