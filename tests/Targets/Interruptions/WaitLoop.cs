using System.Runtime.InteropServices;

namespace Interruptions;

/// <summary>One system call that waits for some milliseconds, called again and again on a thread of its own.</summary>
internal sealed class WaitLoop(string name, Func<int> call) : IDisposable
{
    private const int EINTR = 4;
    private readonly ManualResetEventSlim _running = new();
    private int _calls;
    private int _interrupted;

    internal Thread Start(Func<bool> ended)
    {
        var thread = new Thread(() => Run(ended)) { Name = name };
        thread.Start();
        _running.Wait();
        return thread;
    }

    private void Run(Func<bool> ended)
    {
        _running.Set();
        while (!ended())
        {
            _calls++;
            if (call() < 0 && Marshal.GetLastPInvokeError() == EINTR)
                _interrupted++;
        }
    }

    public override string ToString() => $"{name}: {_interrupted} interrupted of {_calls} calls";

    public void Dispose() => _running.Dispose();
}
