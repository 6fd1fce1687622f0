using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpThreadStoreData of dacprivate.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DacThreadStore
{
    public readonly int ThreadCount;
    public readonly int UnstartedCount;
    public readonly int BackgroundCount;
    public readonly int PendingCount;
    public readonly int DeadCount;
    public readonly ulong FirstThread;
    public readonly ulong FinalizerThread;
    public readonly ulong GCThread;
    public readonly int HostConfig;
}
