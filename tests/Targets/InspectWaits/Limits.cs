namespace InspectWaits;

// Each thread waits for a time of its own, an hour and some milliseconds, or seconds where a wait takes seconds.
internal static class Limits
{
    private const int Hour = 3_600_000;
    private static readonly object Held = new(), Pulsed = new();
    private static readonly SemaphoreSlim Semaphore = new(0);
    private static readonly ManualResetEventSlim Slim = new();
    private static readonly ManualResetEvent Manual = new(false);
    private static readonly CountdownEvent Countdown = new(1);
    private static readonly Barrier Barrier = new(2);
    private static readonly ReaderWriterLockSlim Written = new();
    private static readonly Lock New = new();
    private static readonly Task Never = new TaskCompletionSource().Task;

    public static object Start()
    {
        Monitor.Enter(Held);
        New.Enter();
        Written.EnterWriteLock();
        Thread main = Thread.CurrentThread;
        InspectWaits.Start.Thread("sleep", () => Thread.Sleep(Hour + 1));
        InspectWaits.Start.Thread("join", () => Use(main.Join(Hour + 2)));
        InspectWaits.Start.Thread("monitor", () => Use(Monitor.TryEnter(Held, Hour + 3)));
        InspectWaits.Start.Thread("pulse", () => { lock (Pulsed) Use(Monitor.Wait(Pulsed, Hour + 4)); });
        InspectWaits.Start.Thread("semaphore", () => Use(Semaphore.Wait(Hour + 5)));
        InspectWaits.Start.Thread("event", () => Use(Slim.Wait(Hour + 6)));
        InspectWaits.Start.Thread("handle", () => Use(Manual.WaitOne(Hour + 7)));
        InspectWaits.Start.Thread("countdown", () => Use(Countdown.Wait(Hour + 8)));
        InspectWaits.Start.Thread("barrier", () => Use(Barrier.SignalAndWait(Hour + 9)));
        InspectWaits.Start.Thread("reader", () => Use(Written.TryEnterReadLock(Hour + 10)));
        InspectWaits.Start.Thread("lock", () => Use(New.TryEnter(Hour + 11)));
        InspectWaits.Start.Thread("task", () => Use(Never.Wait(Hour + 12)));
        InspectWaits.Start.Thread("all", () => Use(Task.WaitAll([Never, Never], Hour + 13)));
        InspectWaits.Start.Thread("any", () => Use(Task.WaitAny([Never], Hour + 14) == 0));
        InspectWaits.Start.Thread("handles", () => Use(WaitHandle.WaitAny([Manual], Hour + 15) == 0));
        InspectWaits.Start.Thread("span", () => Use(Never.Wait(TimeSpan.FromMilliseconds(Hour + 16))));
        InspectWaits.Start.Thread("delay", () => Use(Task.Delay(Hour + 99).Wait(Hour + 17)));
        return main;
    }

    private static void Use(bool result) => Console.WriteLine(result);
}
