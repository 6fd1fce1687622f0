using System.Globalization;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>What the innermost method of a chain waits for, as far as the type and fields of the object tell. Texts are escaped.</summary>
internal static class LeafNames
{
    /// <summary>What joins several tasks all of which must complete.</summary>
    public const string All = "Task.WhenAll";

    /// <summary>What joins several tasks of which one must complete.</summary>
    public const string Any = "Task.WhenAny";

    private const uint NoTimer = uint.MaxValue;

    private static readonly (string Definition, string Name)[] Known =
    [
        ("System.Threading.SemaphoreSlim+TaskNode", "SemaphoreSlim.WaitAsync"),
        ("System.Threading.PeriodicTimer+State", "PeriodicTimer"),
        ("System.Threading.Tasks.Task+WhenEachState", "Task.WhenEach"),
        ("System.Threading.Tasks.Task+CancellationPromise", "Task.WaitAsync"),
        ("System.Threading.Channels.BlockedReadAsyncOperation", "a read from a Channel"),
        ("System.Threading.Channels.WaitingReadAsyncOperation", "a Channel to have an item"),
        ("System.Threading.Channels.BlockedWriteAsyncOperation", "a write to a Channel"),
        ("System.Threading.Channels.WaitingWriteAsyncOperation", "a Channel to have room"),
        ("System.Net.Sockets.Socket+AwaitableSocketAsyncEventArgs", "a socket"),
        ("System.IO.Pipelines.Pipe+DefaultPipeReader", "a read from a Pipe"),
        ("System.IO.Pipelines.Pipe+DefaultPipeWriter", "a Pipe to have room"),
    ];

    /// <summary>The task of a method that was compiled for the runtime's own async, whose suspended frames are not in state machines (AsyncHelpers.CoreCLR.cs).</summary>
    public static bool IsRuntimeAsync(TypeLayout type) => type.Definition.StartsWith("System.Runtime.CompilerServices.AsyncHelpers+", StringComparison.Ordinal);

    /// <summary>The joins of several tasks.</summary>
    public static string? JoinOf(TypeLayout type) => type.Definition switch
    {
        "System.Threading.Tasks.Task+WhenAllPromise" => All,
        "System.Threading.Tasks.Task+TwoTaskWhenAnyPromise" or "System.Threading.Tasks.TaskFactory+CompleteOnInvokePromise" => Any,
        _ => null,
    };

    /// <summary>The words for an object that is awaited.</summary>
    public static string Of(in Instance awaited)
    {
        foreach (var (definition, name) in Known)
            if (awaited.Type.Definition == definition)
                return name;
        return awaited.Type.Definition.StartsWith("System.Threading.Tasks.Task+DelayPromise", StringComparison.Ordinal) ? Delay(awaited)
            : JoinOf(awaited.Type) is { } join ? join
            : IsRuntimeAsync(awaited.Type) ? "a runtime-async method, which is not followed"
            : awaited.Type.Definition.EndsWith("+ValueTaskSourceAsTask", StringComparison.Ordinal) && awaited.TryObject("_source", out Instance source) ? Of(source)
            : awaited.TryRead(TaskState.Field, out int flags) ? Task(awaited, flags)
            : Article(awaited.Type.Name);
    }

    private static string Task(in Instance task, int flags)
    {
        if (TaskState.IsCompleted(flags))
            return "its turn: what it awaited has completed";
        if (!TryAction(task, out string? method))
            return task.Type.Definition == "System.Threading.Tasks.Task" ? "a task that other code completes, as by a TaskCompletionSource" : Article(task.Type.Name);
        method ??= "a delegate";
        return TaskState.IsRunning(flags) ? $"a task that runs {method}"
            : TaskState.IsQueued(flags) ? $"a task that is queued to run {method}"
            : $"a task that will run {method}";
    }

    /// <summary>The method that a task runs, or will run; null if it runs none, or if that is not known.</summary>
    public static string? ActionOf(in Instance task) => TryAction(task, out string? method) ? method : null;

    private static bool TryAction(in Instance task, out string? method)
    {
        method = null;
        if (!task.TryObject("m_action", out Instance action) || !action.TryRead("_methodPtr", out ulong code) || !action.TryRead("_methodPtrAux", out ulong open))
            return false;
        method = task.Reader.Methods.Find(open != 0 ? open : code);
        return true;
    }

    // the timer may be of a TimeProvider of the author's
    private static string Delay(in Instance delay) =>
        delay.TryObject("_timer", out Instance timer) && timer.Type.Definition == "System.Threading.TimerQueueTimer"
            && timer.TryRead("_dueTime", out uint milliseconds) && milliseconds != NoTimer
            ? "Task.Delay of " + Text(TimeSpan.FromMilliseconds(milliseconds))
            : "Task.Delay";

    private static string Text(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s")
        : Escape.Text(time.ToString("c", CultureInfo.InvariantCulture));

    private static string Article(string type) => type.Length == 0 ? "an object of an unnamed type" : $"<{type}>";
}
