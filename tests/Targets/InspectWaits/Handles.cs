namespace InspectWaits;

// One waiter for each kind of thing that has no owner, or none that can be known.
internal static class Handles
{
    private static readonly Mutex Unnamed = new(), Named = new(false, "tripod-inspect-waits-" + Environment.ProcessId);
    private static readonly Semaphore Semaphore = new(0, 1);
    private static readonly AutoResetEvent Auto = new(false);
    private static readonly ManualResetEvent Manual = new(false);
    private static readonly Barrier Barrier = new(3);
    private static readonly CountdownEvent Countdown = new(3);

    public static object Start()
    {
        using var held = new ManualResetEventSlim();
        Thread holder = InspectWaits.Start.Thread("holder", () => HoldAll(held));
        held.Wait();
        Countdown.Signal();
        InspectWaits.Start.Thread("mutex", EnterMutex);
        InspectWaits.Start.Thread("named", EnterNamed);
        InspectWaits.Start.Thread("kernel semaphore", WaitSemaphore);
        InspectWaits.Start.Thread("auto", WaitAuto);
        InspectWaits.Start.Thread("manual", WaitManual);
        InspectWaits.Start.Thread("any", WaitAny);
        InspectWaits.Start.Thread("all", WaitAll);
        InspectWaits.Start.Thread("barrier", WaitBarrier);
        InspectWaits.Start.Thread("countdown", WaitCountdown);
        return holder;
    }

    private static void HoldAll(ManualResetEventSlim held)
    {
        Unnamed.WaitOne();
        Named.WaitOne();
        held.Set();
        Thread.Sleep(Timeout.Infinite);
    }

    private static void EnterMutex()
    {
        Unnamed.WaitOne();
        Unnamed.ReleaseMutex();
    }

    private static void EnterNamed()
    {
        Named.WaitOne();
        Named.ReleaseMutex();
    }

    private static void WaitSemaphore()
    {
        Semaphore.WaitOne();
        Semaphore.Release();
    }

    private static void WaitAuto()
    {
        Auto.WaitOne();
        Auto.Set();
    }

    private static void WaitManual()
    {
        Manual.WaitOne(TimeSpan.FromHours(1));
        Manual.Set();
    }

    private static void WaitAny()
    {
        int index = WaitHandle.WaitAny([Manual, Unnamed]);
        Console.WriteLine(index);
    }

    private static void WaitAll()
    {
        WaitHandle.WaitAll([Semaphore, Auto, Manual]);
        Console.WriteLine();
    }

    private static void WaitBarrier()
    {
        Barrier.SignalAndWait();
        Console.WriteLine();
    }

    private static void WaitCountdown()
    {
        Countdown.Wait();
        Console.WriteLine();
    }
}
