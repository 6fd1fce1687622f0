namespace InspectWaits;

// One holder of everything, and a waiter for each.
internal static class Locks
{
    private static readonly Account Monitored = new("Ann");
    private static readonly Lock New = new();
    private static readonly ReaderWriterLockSlim Written = new(), Read = new();
    private static readonly SemaphoreSlim Semaphore = new(0);
    private static readonly ManualResetEventSlim Event = new();
    private static readonly object Pulsed = new();

    public static object Start()
    {
        using var held = new ManualResetEventSlim();
        var spins = new Spins();
        Thread holder = InspectWaits.Start.Thread("holder", () => HoldAll(held, spins));
        held.Wait();
        InspectWaits.Start.Thread("monitor", EnterMonitor);
        InspectWaits.Start.Thread("lock", EnterLock);
        InspectWaits.Start.Thread("try", TryEnter);
        InspectWaits.Start.Thread("writer", EnterWrite);
        InspectWaits.Start.Thread("reader", EnterRead);
        InspectWaits.Start.Thread("semaphore", WaitSemaphore);
        InspectWaits.Start.Thread("event", WaitEvent);
        InspectWaits.Start.Thread("pulse", WaitPulse);
        InspectWaits.Start.Thread("join", () => JoinHolder(holder));
        InspectWaits.Start.Thread("spin", () => EnterSpin(ref spins.Tracked));
        InspectWaits.Start.Thread("anonymous", () => EnterSpin(ref spins.Anonymous));
        return holder;
    }

    private static void HoldAll(ManualResetEventSlim held, Spins spins)
    {
        bool isTaken = false, isTakenToo = false;
        spins.Tracked.Enter(ref isTaken);
        spins.Anonymous.Enter(ref isTakenToo);
        lock (Monitored)
            lock (New)
            {
                Written.EnterWriteLock();
                Read.EnterReadLock();
                held.Set();
                Thread.Sleep(Timeout.Infinite);
            }
    }

    private static void EnterMonitor()
    {
        lock (Monitored) // monitor
            Monitored.Owner = "";
    }

    private static void EnterLock()
    {
        lock (New) // lock
            Monitored.Owner = "";
    }

    private static void TryEnter()
    {
        if (Monitor.TryEnter(Monitored, TimeSpan.FromHours(1)))
            Monitored.Owner = "";
    }

    private static void EnterWrite()
    {
        Read.EnterWriteLock();
        Monitored.Owner = "";
    }

    private static void EnterRead()
    {
        Written.EnterReadLock();
        Monitored.Owner = "";
    }

    private static void WaitSemaphore()
    {
        Semaphore.Wait();
        Monitored.Owner = "";
    }

    private static void WaitEvent()
    {
        Event.Wait();
        Monitored.Owner = "";
    }

    private static void WaitPulse()
    {
        lock (Pulsed)
            Monitor.Wait(Pulsed);
    }

    private static void EnterSpin(ref SpinLock spinLock)
    {
        bool isTaken = false;
        spinLock.Enter(ref isTaken);
        Console.WriteLine(isTaken);
    }

    private static void JoinHolder(Thread holder)
    {
        holder.Join();
        Monitored.Owner = "";
    }
}
