using System.Globalization;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Reads who has a lock, from the lock itself.</summary>
internal sealed class LockOwners(DacProcess dac, ValueReader values)
{
    // the word before an object (syncblk.h: BIT_SBLK_IS_HASH_OR_SYNCBLKINDEX, BIT_SBLK_IS_HASHCODE, MASK_SYNCBLOCKINDEX)
    private const uint IsIndexOrHash = 0x0800_0000, IsHash = 0x0400_0000, IndexMask = 0x03FF_FFFF;

    // SpinLock._owner (LOCK_ID_DISABLE_MASK, LOCK_ANONYMOUS_OWNED)
    private const uint Anonymous = 0x8000_0000, HeldAnonymously = 1;

    // ReaderWriterLockSlim._owners
    private const uint WriterHeld = 0x8000_0000, ReaderMask = 0x0FFF_FFFF;

    /// <summary>
    /// The thread inside the Monitor of an object. Somebody waits for it, so it has a sync block; if it has none, or
    /// nobody is inside any more, there is no owner to tell.
    /// </summary>
    public Owner OfMonitor(ulong address)
    {
        if (!values.Memory.Read(address - sizeof(uint), out uint header) || (header & (IsIndexOrHash | IsHash)) != IsIndexOrHash)
            return default;
        return dac.Sos.TryGetSyncBlock(header & IndexMask, out SyncBlockData block) && block.Object == address && block.IsHeld
            && dac.Sos.TryGetThread(block.HoldingThread, out DacThread thread) && thread.ManagedId > 0
            ? new Owner(thread.ManagedId)
            : default;
    }

    /// <summary>The owner of a System.Threading.Lock: the thread's id of the system, while the lowest bit of the state says that it is held (Lock.cs).</summary>
    public static Owner OfLock(in Instance instance, IReadOnlyList<WalkedThread> threads) =>
        instance.TryRead("_state", out uint state) && (state & 1) != 0 && instance.TryRead("_owningThreadId", out uint osId)
            ? new Owner(threads.FirstOrDefault(thread => thread.OsId == osId)?.Stack.ManagedId)
            : default;

    /// <summary>The owner of a SpinLock by its managed id, if it keeps that: else only that it is held (SpinLock.cs).</summary>
    public static Owner OfSpinLock(in Instance instance)
    {
        if (!instance.TryRead("_owner", out uint owner))
            return default;
        return (owner & Anonymous) == 0 ? new Owner(owner > 0 ? (int)owner : null)
            : new Owner(null, (owner & HeldAnonymously) != 0 ? "held, it is not kept by whom" : null);
    }

    /// <summary>The writer by its managed id, or how many readers there are (ReaderWriterLockSlim.cs).</summary>
    public static Owner OfReaderWriterLock(in Instance instance)
    {
        if (!instance.TryRead("_owners", out uint owners))
            return default;
        if ((owners & WriterHeld) != 0 && instance.TryRead("_writeLockOwnerId", out int writer) && writer > 0)
            return new Owner(writer);
        uint readers = owners & ReaderMask;
        return (owners & WriterHeld) == 0 && readers > 0
            ? new Owner(null, readers == 1 ? "held by 1 reader" : string.Create(CultureInfo.InvariantCulture, $"held by {readers} readers"))
            : default;
    }
}
