using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Recovers the stack of a thread that was stopped in a helper of the runtime while the runtime counts it as running
/// managed code: nothing marks where managed code ends, so the DAC finds no frame at all. The helper's caller is
/// searched upwards from the stack pointer. Stale return addresses look the same, so a place counts only if a walk
/// from there ends where threads begin; the values of its first frame are never told.
/// </summary>
internal sealed class NativeLeaf(TwinReader reader, CodeRanges code, CodePoints points, CallTargets calls)
{
    private const int MostBytes = 32 << 10;
    private const int MostTries = 12;
    private const int MostLinks = 64;
    private const ulong MostFrameSize = 64 << 10;

    /// <summary>Tries places until <paramref name="walk"/> gives a whole stack; null if none does.</summary>
    /// <param name="tid">The thread; its context is replaced in the reader.</param>
    /// <param name="walk">Walks the thread from the replaced context.</param>
    public WalkedStack? Recover(int tid, Func<WalkedStack> walk)
    {
        ThreadContexts contexts = reader.Contexts;
        Span<byte> context = stackalloc byte[contexts.Layout.Size];
        if (!contexts.TryGet(tid, context))
            return null;
        ulong sp = contexts.Layout.GetSp(context) & ~7UL, fp = contexts.Layout.GetFp(context);
        int tries = 0;
        for (ulong at = sp; at < sp + MostBytes && tries < MostTries && reader.Read(at, out ulong address); at += sizeof(ulong))
        {
            if (!code.Contains(address) || !IsBehindCall(address) || !points.IsManaged(address - 1))
                continue;
            tries++;
            contexts.Replace(tid, address, at + sizeof(ulong), FramePointer(fp, sp, at));
            if (walk() is { ReachedRoot: true, Problem: null } stack && !calls.Contradict(stack.Frames))
                return stack;
            contexts.Restore(tid);
        }
        return null;
    }

    // The chain of frame pointers, followed to the first link that the caller may have saved. Some link must lie above
    // the return address; where none does the pointer is not known.
    private ulong FramePointer(ulong fp, ulong sp, ulong at)
    {
        for (int links = 0; links < MostLinks && fp >= sp && fp <= at; links++)
            if (!reader.Read(fp, out ulong next) || next <= fp)
                break;
            else
                fp = next;
        return fp > at && fp <= at + MostFrameSize ? fp : Poison.Of(0);
    }

    // x64: E8 rel32, or FF /2 in its forms of two to seven bytes. arm64 instructions are not told apart.
    private bool IsBehindCall(ulong address)
    {
        if (reader.Architecture != Architecture.X64)
            return true;
        Span<byte> code = stackalloc byte[8];
        if (reader.Read(address - 8, code) != code.Length)
            return false;
        if (code[3] == 0xE8)
            return true;
        for (int i = 1; i < 7; i++)
            if (i != 3 && code[i] == 0xFF && (code[i + 1] & 0x38) == 0x10)
                return true;
        return false;
    }
}
