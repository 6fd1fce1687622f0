using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>Who is called when a task completes: Task.m_continuationObject, which is one continuation or a list of them (Task.cs, TaskContinuation.cs).</summary>
internal static class Continuations
{
    private const string Field = "m_continuationObject";
    private const int MostListed = 100_000;

    /// <summary>Event on which a thread blocks in Task.WaitAll.</summary>
    public const string CountdownEvent = "System.Threading.Tasks.Task+SetOnCountdownMres";

    /// <summary>Event on which a thread blocks in Task.Wait.</summary>
    private const string BlockingEvent = "System.Threading.Tasks.Task+SetOnInvokeMres";

    /// <summary>A List, of whatever.</summary>
    public const string ListType = "System.Collections.Generic.List";

    /// <summary>Whether a thread blocks on objects of a type until tasks complete.</summary>
    public static bool IsBlockingEvent(TypeLayout type) => type.Definition is BlockingEvent or CountdownEvent;

    /// <summary>Addresses of the objects behind the continuations: boxes, tasks, and events of blocked threads.</summary>
    public static IEnumerable<ulong> Of(Instance task)
    {
        if (!task.TryRead(Field, out ulong address) || !task.TryObject(Field, out Instance continuation))
            yield break;
        if (continuation.Type.Definition != ListType)
        {
            yield return Behind(address, continuation);
            yield break;
        }
        if (!continuation.TryElements("_items", out Elements items) || !continuation.TryRead("_size", out int size))
            yield break;
        for (int i = 0; i < Math.Min(Math.Min(size, items.Length), MostListed); i++)
            if (task.Reader.Memory.Read(items.Address(i), out ulong item) && item != 0 && task.Reader.TryType(item, out TypeLayout? type))
                yield return Behind(item, new Instance(task.Reader, type, item + ValueReader.HeaderSize));
    }

    private static ulong Behind(ulong address, in Instance continuation) => continuation.Type.Definition switch
    {
        "System.Action" => Target(continuation),
        "System.Threading.Tasks.ContinueWithTaskContinuation" => continuation.TryRead("m_task", out ulong task) ? task : 0,
        var name when name.EndsWith("AwaitTaskContinuation", StringComparison.Ordinal) =>
            continuation.TryObject("m_action", out Instance action) ? Target(action) : 0,
        _ => address,
    };

    private static ulong Target(in Instance action) => action.TryRead("_target", out ulong target) ? target : 0;
}
