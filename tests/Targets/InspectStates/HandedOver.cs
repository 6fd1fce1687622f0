using System.Runtime.CompilerServices;

namespace InspectStates;

/// <summary>
/// Async methods that are run on, on another thread, while the thread that began to wait is still in its await: one to
/// a later await, one to its end.
/// </summary>
internal static class HandedOver
{
    private static readonly CountdownEvent Arrived = new(3);

    public static int Start()
    {
        _ = Wait("given", 1);
        _ = RunOn("given", 2);
        _ = End("given", 3);
        Arrived.Wait();
        return Arrived.InitialCount;
    }

    private static async Task<int> Wait(string text, int number)
    {
        string own = text + number;
        for (int round = 0; round < 2; round++)
            await new Handover("waits", round, isResumed: false);
        return own.Length + text.Length + number;
    }

    private static async Task<int> RunOn(string text, int number)
    {
        string own = text + number;
        for (int round = 0; round < 2; round++)
            await new Handover("runs on", round, isResumed: true);
        own += " changed";
        text += " changed";
        await new TaskCompletionSource().Task;
        return own.Length + text.Length + number;
    }

    private static async Task<int> End(string text, int number)
    {
        string own = text + number;
        for (int round = 0; round < 2; round++)
            await new Handover("ends", round, isResumed: true);
        return own.Length + text.Length + number;
    }

    /// <summary>
    /// In the first round a thread with the name runs the method on; in the second that thread stays for ever, and if the
    /// method is resumed, then by yet another.
    /// </summary>
    private sealed class Handover(string name, int round, bool isResumed) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Handover GetAwaiter() => this;

        public void GetResult() { }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            var next = new Thread(() => continuation()) { IsBackground = true, Name = name };
            if (round == 0)
            {
                next.Start();
                return;
            }
            if (isResumed)
            {
                next.Name += ", resumed";
                next.Start();
                next.Join();
            }
            Arrived.Signal();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
