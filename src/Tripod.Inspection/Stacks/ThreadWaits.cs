namespace Tripod.Inspection.Stacks;

/// <summary>Tells from a thread's newest frames in what it waits, and whether it is idle.</summary>
internal static class ThreadWaits
{
    // The oldest match among the framework's frames wins, because it is what the author called: Task.Wait waits on an
    // event, which waits on a monitor.
    private static readonly (string Prefix, string Word)[] Waits =
    [
        ("System.Threading.Thread.Sleep", "sleep"),
        ("System.Threading.Thread.Join", "join"),
        ("System.Threading.Monitor.Enter", "lock"),
        ("System.Threading.Monitor.TryEnter", "lock"),
        ("System.Threading.Monitor.ReliableEnter", "lock"),
        ("System.Threading.Monitor.Wait", "monitor"),
        ("System.Threading.Lock.", "lock"),
        ("System.Threading.SpinLock.", "lock"),
        ("System.Threading.ReaderWriterLock", "lock"),
        ("System.Threading.SemaphoreSlim.Wait", "semaphore"),
        ("System.Threading.ManualResetEventSlim.Wait", "event"),
        ("System.Threading.CountdownEvent.Wait", "countdown"),
        ("System.Threading.Barrier.", "barrier"),
        ("System.Threading.WaitHandle.", "wait handle"),
        ("System.Threading.Tasks.Task.Wait", "task"),
        ("System.Threading.Tasks.Task.InternalWait", "task"),
        ("System.Threading.Tasks.Task.SpinThenBlockingWait", "task"),
        ("System.Threading.Tasks.Task.WaitAll", "task"),
        ("System.Threading.Tasks.Task.WaitAny", "task"),
        ("System.Threading.Tasks.Parallel.", "task"),
        ("System.Runtime.CompilerServices.TaskAwaiter", "task"),
        ("System.Collections.Concurrent.BlockingCollection<T>.", "collection"),
        ("System.Net.Sockets.Socket.", "socket"),
        ("System.Net.Sockets.SocketPal.", "socket"),
        ("System.Net.Sockets.NetworkStream.", "socket"),
        ("System.Net.Dns.", "dns"),
        ("System.Net.NameResolutionPal.", "dns"),
        ("System.IO.RandomAccess.", "file"),
        ("System.IO.FileStream.", "file"),
        ("System.IO.Pipes.", "pipe"),
        ("System.IO.ConsolePal.", "console"),
        ("System.IO.StdInReader.", "console"),
        ("System.Console.", "console"),
        ("System.ConsolePal.", "console"),
        ("System.Diagnostics.Process.WaitForExit", "process"),
        ("System.Diagnostics.ProcessWaitState.", "process"),
    ];

    // Loops of the runtime's and the framework's own threads, in which they wait for work.
    private static readonly string[] IdleLoops =
    [
        "System.Threading.PortableThreadPool.WorkerThread.WorkerThreadStart",
        "System.Threading.PortableThreadPool.WorkerThread.WorkerDoWork",
        "System.Threading.PortableThreadPool.GateThread.GateThreadStart",
        "System.Threading.PortableThreadPool.WaitThread.WaitThreadStart",
        "System.Threading.TimerQueue.TimerThread",
        "System.Net.Sockets.SocketAsyncEngine.EventLoop",
    ];

    private const string ThreadStart = "System.Threading.Thread.";

    /// <summary>What a thread that is blocked waits for, in a word; null if its frames do not tell.</summary>
    /// <param name="frames">Its frames, the newest first.</param>
    public static string? Find(List<WalkedFrame> frames)
    {
        string? word = null;
        foreach (WalkedFrame frame in frames)
        {
            if (!frame.Point.IsFramework)
                break;
            foreach (var (prefix, candidate) in Waits)
                if (frame.Point.Frame.Method.StartsWith(prefix, StringComparison.Ordinal))
                {
                    word = candidate;
                    break;
                }
        }
        return word;
    }

    /// <summary>Whether a blocked thread only waits for work: below the wait is nothing but its loop and its start.</summary>
    /// <param name="frames">Its frames, the newest first.</param>
    public static bool IsIdle(List<WalkedFrame> frames)
    {
        int loop = frames.FindIndex(frame => IdleLoops.Contains(frame.Point.Frame.Method));
        return loop >= 0
            && frames[..loop].TrueForAll(frame => frame.Point.IsFramework && !IsWork(frame.Point.Frame.Method))
            && frames[(loop + 1)..].TrueForAll(frame => frame.Point.Frame.Method.StartsWith(ThreadStart, StringComparison.Ordinal) || IdleLoops.Contains(frame.Point.Frame.Method));
    }

    // from here on the loop runs a work item, which may be waiting too
    private static bool IsWork(string method) =>
        method.StartsWith("System.Threading.ThreadPoolWorkQueue.Dispatch", StringComparison.Ordinal)
        || method.StartsWith("System.Threading.TimerQueue.FireNextTimers", StringComparison.Ordinal)
        || method.StartsWith("System.Threading.UnmanagedThreadPoolWorkItem", StringComparison.Ordinal);
}
