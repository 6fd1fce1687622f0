using System.Runtime.CompilerServices;

namespace InspectWaits;

/// <summary>
/// An async method that runs on one thread while another, which gave it away, needs a lock that is held until the
/// method ends. It looks like a circle of three, and is none: the method may go on.
/// </summary>
internal static class HandedOver
{
    private static readonly Account Ann = new("Ann");

    public static object Start()
    {
        var resume = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return InspectWaits.Start.Thread("blocked", () =>
        {
            lock (Ann)
            {
                Task task = Run(resume.Task);
                resume.SetResult();
                task.Wait();
            }
        });
    }

    private static async Task Run(Task resume)
    {
        await resume;
        await new Handover();
        Thread.Sleep(Timeout.Infinite);
    }

    private sealed class Handover : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Handover GetAwaiter() => this;

        public void GetResult() { }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            InspectWaits.Start.Thread("runs on", continuation);
            Need();
        }

        private static void Need()
        {
            lock (Ann)
                Ann.Owner = "";
        }
    }
}
