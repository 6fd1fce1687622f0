using Tripod.Native;

namespace Tripod.Collect;

/// <summary>Ends the collector soon after its target, whatever the collector is stuck in: it must never be left behind.</summary>
internal static class EndGuard
{
    private const int GraceMilliseconds = 2000;

    public static void Start(ProcessHandle target)
    {
        var thread = new Thread(() => Watch(target)) { IsBackground = true, Name = "End guard" };
        thread.UnsafeStart();
    }

    private static void Watch(ProcessHandle target)
    {
        target.WaitForEnd(-1);
        Thread.Sleep(GraceMilliseconds);
        Unistd._exit(ExitStatus.Failed); // the DAC cannot be cancelled, and no finaliser may wait for it
    }
}
