using Tripod.Inspection.Stacks;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>
/// Finds the mutexes, semaphores and events of the system, and the CountdownEvents, for which threads wait. Optimised
/// frames keep only what is inside them, a SafeWaitHandle or a ManualResetEventSlim; to whom that belongs the heap
/// tells. Who has a mutex only the runtime's native code knows (pal: synchmgr), and so nobody is named.
/// </summary>
internal sealed class HandleWaits(ValueReader values, ObjectNumbers numbers)
{
    /// <summary>The word for a wait in a WaitHandle whose kind is not known.</summary>
    public const string Handle = "wait handle";

    /// <summary>The word for a wait for a CountdownEvent.</summary>
    public const string Countdown = "countdown";

    private const string Space = "System.Threading.", SafeHandle = "Microsoft.Win32.SafeHandles.SafeWaitHandle";

    /// <summary>Notes the inner parts of what a thread waits for.</summary>
    public static void Find(WalkedThread thread, List<StackObject> found, WaitFacts facts)
    {
        StackObject[] parts = [.. found.Where(IsPart).DistinctBy(part => part.Address)];
        if (parts is not [var part])
            return;
        if (!part.Object.Type.IsArray)
            facts.Parts.Add(part.Address);
        else if (part.Object.Reader.TryElements(part.Address, out Elements handles))
        {
            facts.Join = JoinOf(thread);
            for (int i = 0; i < handles.Length; i++)
                if (part.Object.Reader.Memory.Read(handles.Address(i), out ulong address) && address != 0) // it is rented: what is not in use is null
                    facts.Parts.Add(address);
        }
    }

    /// <summary>The threads, each with the wait that its parts lead to.</summary>
    public IReadOnlyList<ThreadStack> Resolve(IReadOnlyList<ThreadStack> threads, IReadOnlyDictionary<uint, WaitFacts> facts, IReadOnlyList<ulong> found)
    {
        if (!facts.Values.Any(fact => fact.Parts.Count > 0))
            return threads;
        Dictionary<ulong, ulong> owners = OwnersOfParts(found);
        return [.. threads.Select(thread => facts.TryGetValue((uint)thread.OsId, out WaitFacts? fact) && fact.Parts.Count > 0 ? Resolve(thread, fact, owners) : thread)];
    }

    private static bool IsPart(StackObject candidate) =>
        candidate.Method.StartsWith(Space + "WaitHandle.", StringComparison.Ordinal)
            ? candidate.Object.Type.Definition is SafeHandle or SafeHandle + "[]"
            : candidate.Method.StartsWith(Space + "ManualResetEventSlim.", StringComparison.Ordinal) && candidate.Object.Type.Definition == Space + "ManualResetEventSlim";

    // what the author called, if it was not inlined
    private static string JoinOf(WalkedThread thread) =>
        thread.Frames.FindLast(frame => frame.Point.IsFramework && frame.Point.Frame.Method.StartsWith(Space + "WaitHandle.", StringComparison.Ordinal)).Point?.Frame.Method switch
        {
            Space + "WaitHandle.WaitAll" => "WaitHandle.WaitAll",
            Space + "WaitHandle.WaitAny" => "WaitHandle.WaitAny",
            _ => "any or all",
        };

    private Dictionary<ulong, ulong> OwnersOfParts(IReadOnlyList<ulong> found)
    {
        var owners = new Dictionary<ulong, ulong>();
        foreach (ulong address in found)
            if (values.TryType(address, out TypeLayout? type) && new Instance(values, type, address + ValueReader.HeaderSize) is var owner
                && (owner.TryRead("_waitHandle", out ulong part) || owner.TryRead("_event", out part)) && part != 0)
                owners[part] = owners.ContainsKey(part) ? 0 : address; // a handle may be set into two: then it is neither
        return owners;
    }

    private ThreadStack Resolve(ThreadStack thread, WaitFacts facts, Dictionary<ulong, ulong> owners)
    {
        var parts = new List<Instance>();
        var names = new List<string>();
        foreach (ulong part in facts.Parts)
        {
            if (!owners.TryGetValue(part, out ulong address) || address == 0 || !values.TryType(address, out TypeLayout? type))
                return thread;
            parts.Add(new Instance(values, type, address + ValueReader.HeaderSize));
            names.Add(numbers.NameOf(address, type));
        }
        if (facts.Join is { } join)
            return thread with { Wait = new ThreadWait { What = join, Parts = [.. names.Select(name => new WaitPart(name))] } };
        return thread with
        {
            WaitingIn = WordOf(parts[0].Type) ?? thread.WaitingIn,
            Wait = new ThreadWait { What = names[0], State = thread.WaitingIn == Countdown ? WaitStates.OfCountdown(parts[0]) : null },
        };
    }

    private static string? WordOf(TypeLayout type) => type.Definition switch
    {
        Space + "Mutex" => "mutex",
        Space + "Semaphore" => "semaphore",
        Space + "AutoResetEvent" or Space + "ManualResetEvent" or Space + "EventWaitHandle" => "event",
        _ => null,
    };
}
