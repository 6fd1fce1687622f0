using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints threads: who they are and what they do, and below that their frames.</summary>
internal sealed class ThreadText(LineWriter writer)
{
    private const double LeastShare = 0.005; // would be printed as 0 %

    private readonly FrameText _frames = new(writer);

    /// <summary>The thread and where each of its frames stands.</summary>
    public void Write(ThreadStack thread) => Write(thread, _frames.Write);

    /// <summary>The thread and its frames with arguments and locals, its static fields, and the exception at hand.</summary>
    public void WriteWithVariables(ThreadStack thread)
    {
        Write(thread, _frames.WriteWithVariables);
        if (thread.Statics.Count > 0)
        {
            writer.Indent(2).Line("Static fields of this thread:");
            new StaticsText(writer).Write(thread.Statics, 4);
        }
        if (thread.Exception is null)
            return;
        writer.Indent(2).Write("Exception at hand: ");
        new ValueText(writer).Write(thread.Exception, 2);
        writer.EndLine();
    }

    /// <summary>One line for a thread that stands where it stood: since when, and where its own code is.</summary>
    public void WriteUnmoved(ThreadStack thread, Sighting first, DateTimeOffset now)
    {
        writer.Write($"{Title(thread)}: unchanged for {Terms.Duration(now - first.Time)}, since sample {Terms.Id(first.Number)} ({Terms.Since(first.Time, now)})");
        if (Telling(thread) is { } frame)
            writer.Write($", at {FrameText.Place(frame)}, in {frame.Method}");
        writer.EndLine();
    }

    private void Write(ThreadStack thread, Action<Frame> write)
    {
        if (thread.Frames.Count == 0)
        {
            writer.Line($"{Title(thread)}: {thread.Problem ?? "no managed frames"}");
            return;
        }
        writer.Line(Title(thread));
        if (thread.Problem is { } problem)
            writer.Indent(2).Line($"<{problem}>");
        if (thread.OmittedFrames > 0)
            writer.Indent(2).Line($"… {Terms.Count(thread.OmittedFrames, "older frame")} left out");
        foreach (var frame in thread.Frames)
            write(frame);
    }

    private static string Title(ThreadStack thread) =>
        $"{Terms.Thread(thread.ManagedId, thread.Name)} (OS {Terms.Id(thread.OsId)}), {Kind(thread.Kind)}, " +
        $"{Activity(thread)}{Limit(thread.WaitLimit)}{Processor(thread.Processor)}";

    private static string Kind(ThreadKind kind) => kind switch
    {
        ThreadKind.Main => "main",
        ThreadKind.Background => "background",
        ThreadKind.Pool => "thread pool",
        ThreadKind.Finalizer => "finalizer",
        ThreadKind.Gc => "garbage collector",
        _ => "foreground",
    };

    private static string Limit(TimeSpan? limit) => limit is { } time ? $", for {Terms.Exactly(time)} at most" : "";

    // Who waits and yet used much has not been waiting for long.
    private static string Processor(ProcessorUse? use) =>
        use is { Share: >= LeastShare } told ? $", {Terms.Percent(told.Share)} of a CPU since the last sample" : "";

    private static string Activity(ThreadStack thread) => thread switch
    {
        { Activity: ThreadActivity.Running } => "running",
        { Activity: ThreadActivity.Waiting, WaitingIn: { } what, Wait: { } wait } => WaitText.Of(what, wait),
        { Activity: ThreadActivity.Waiting, WaitingIn: { } what } => $"waiting in {what}",
        { Activity: ThreadActivity.Waiting } => "waiting",
        _ => "running or waiting is not known",
    };

    // The newest frame is mostly a wait inside the class library; the newest with a line says more.
    private static Frame? Telling(ThreadStack thread) =>
        thread.Frames.LastOrDefault(frame => frame.Source is not null) ?? (thread.Frames is [.., var newest] ? newest : null);
}
