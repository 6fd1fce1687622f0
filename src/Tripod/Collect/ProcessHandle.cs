using Microsoft.Win32.SafeHandles;
using Tripod.Native;

namespace Tripod.Collect;

/// <summary>A process that is not ours to wait for, held by a pidfd so that its number cannot be mistaken for another's.</summary>
internal sealed class ProcessHandle : IDisposable
{
    private readonly SafeFileHandle _pidfd;

    /// <param name="pid">A process that is known to live, or to be waited for by nobody but its parent.</param>
    public ProcessHandle(int pid)
    {
        Pid = pid;
        _pidfd = new SafeFileHandle(Pidfd.Open(pid), ownsHandle: true);
    }

    public int Pid { get; }

    /// <summary>The descriptor, for poll(2); −1 if the process was gone already.</summary>
    public int Descriptor => (int)_pidfd.DangerousGetHandle();

    /// <summary>Waits for its end, reaped or not; false if it is still there after the time.</summary>
    public bool WaitForEnd(int milliseconds) => Descriptor < 0 || Poll.Wait(Descriptor, -1, milliseconds).First;

    public void Dispose() => _pidfd.Dispose();
}
