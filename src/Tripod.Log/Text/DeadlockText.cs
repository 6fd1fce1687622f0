using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints circles of threads and tasks, and what ails the thread pool.</summary>
internal sealed class DeadlockText(LineWriter writer)
{
    private readonly FrameText _frames = new(writer);

    public void Write(Deadlock deadlock)
    {
        writer.Line(Title(deadlock));
        foreach (DeadlockLink link in deadlock.Links)
        {
            writer.Indent(2).Line(Line(link));
            if (link.Frame is not { } frame)
                continue;
            writer.Margin = 2;
            _frames.Write(frame);
            writer.Margin = 0;
        }
    }

    public void Write(StarvedPool pool) => writer.Line(
        $"Starved thread pool: {Terms.Number(pool.Blocked)} of its {Terms.Count(pool.Threads, "thread")} {(pool.Blocked == 1 ? "blocks" : "block")} in waits for tasks (sync over async), " +
        $"none is free, {Terms.Count(pool.Queued, "work item")} {(pool.Queued == 1 ? "is" : "are")} queued");

    private static string Title(Deadlock deadlock)
    {
        int threads = deadlock.Links.OfType<DeadlockThread>().Count(), tasks = deadlock.Links.Count - threads;
        if (deadlock.Links.Count == 1)
            return "Deadlock: a task waits for itself, and cannot go on";
        string who = string.Join(" and ", new[] { (threads, "thread"), (tasks, "task") }.Where(kind => kind.Item1 > 0).Select(kind => Terms.Count(kind.Item1, kind.Item2)));
        return $"Deadlock: {who} wait for each other, and none can go on";
    }

    private static string Line(DeadlockLink link) => link switch
    {
        DeadlockThread thread => $"{Terms.Thread(thread.ManagedId, thread.Name)} is {WaitText.Of(thread.WaitingIn, thread.Wait)}",
        DeadlockTask { RunsOn: { } thread } task => $"Task of <{task.What}> runs on {Terms.Thread(thread, null, "thread")}",
        DeadlockTask task => $"Task of <{task.What}> waits for task of <{task.WaitsFor}>",
        _ => "",
    };
}
