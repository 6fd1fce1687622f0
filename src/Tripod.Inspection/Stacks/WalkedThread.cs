using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>A thread of the sample together with what its variables are read from.</summary>
/// <param name="Address">Address of the runtime's Thread.</param>
/// <param name="OsId">The thread.</param>
/// <param name="Frames">Its frames, the newest first.</param>
/// <param name="Stack">The thread as it stands in the brief sample.</param>
internal sealed record WalkedThread(ulong Address, uint OsId, List<WalkedFrame> Frames, ThreadStack Stack);
