using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Lists for what threads wait, those that wait for the same in one line.</summary>
internal sealed class WaitsText(LineWriter writer)
{
    /// <summary>Writes what has not been told yet; nothing if that is nothing.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="told">The same when its last part was written; null if none was.</param>
    public void Write(Sample sample, Sample? told)
    {
        var news = News(sample, told);
        if (news.Length == 0)
            return;
        writer.Line("What threads wait for:");
        foreach (var group in news.GroupBy(wait => wait.Text, wait => wait.Thread))
            writer.Indent(2).Line($"{Subject([.. group])} {group.Key}");
        writer.EndLine();
    }

    /// <summary>The threads of whose waits something is to be told, and what.</summary>
    public static (ThreadStack Thread, string Text)[] News(Sample sample, Sample? told)
    {
        Dictionary<int, string?> known = told?.Threads.ToDictionary(thread => thread.OsId, TextOf) ?? [];
        return [.. sample.Threads.Select(thread => (Thread: thread, Text: TextOf(thread)!))
            .Where(wait => wait.Text is not null && known.GetValueOrDefault(wait.Thread.OsId) != wait.Text)];
    }

    /// <summary>What is to be told of one thread's wait; null if that is nothing.</summary>
    public static string? News(ThreadStack thread, Sample? told) =>
        TextOf(thread) is { } text && (told?.Threads.FirstOrDefault(known => known.OsId == thread.OsId) is not { } known || TextOf(known) != text) ? text : null;

    private static string? TextOf(ThreadStack thread) =>
        thread is { WaitingIn: { } word, Wait: { } wait } ? WaitText.Of(word, wait) : null;

    private static string Subject(IReadOnlyList<ThreadStack> threads) => threads is [var thread]
        ? $"{Terms.Thread(thread.ManagedId, thread.Name)} is"
        : $"Threads {string.Join(", ", threads.Select(thread => Terms.Id(thread.ManagedId)))} are";
}
