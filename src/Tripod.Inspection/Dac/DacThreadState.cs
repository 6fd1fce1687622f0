namespace Tripod.Inspection.Dac;

/// <summary>Thread::ThreadState of src/coreclr/vm/threads.h, the bits that are used here.</summary>
[Flags]
internal enum DacThreadState : uint
{
    None = 0,
    Background = 0x0000_0200,
    Unstarted = 0x0000_0400,
    Dead = 0x0000_0800,
    PoolWorker = 0x0100_0000,
    CompletionPort = 0x0800_0000,
}
