using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints circles of threads, and what ails the thread pool: what a reader must see before all else.</summary>
internal sealed class DeadlockText(LineWriter writer)
{
    private readonly FrameText _frames = new(writer);

    public void Write(Deadlock deadlock)
    {
        writer.Line($"Deadlock: {Terms.Count(deadlock.Links.Count, "thread")} wait for each other, and none can go on");
        foreach (DeadlockLink link in deadlock.Links)
        {
            string name = link.Name is { Length: > 0 } given ? $" \"{given}\"" : "";
            writer.Indent(2).Line($"Thread {Terms.Id(link.ManagedId)}{name} is {WaitText.Of(link.WaitingIn, link.Wait)}");
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
}
