using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Says for what a thread waits, and who holds it.</summary>
internal static class WaitText
{
    /// <summary><c>waiting for lock &lt;Account @1&gt; held by thread 7 "Transfer"</c>.</summary>
    public static string Of(string word, ThreadWait wait)
    {
        string holder = wait.Holder is { } id ? Terms.Thread(id, wait.HolderName, "thread") : "";
        if (word == "join" && holder.Length > 0)
            return $"waiting for {holder} to end";
        string what = wait.Parts.Count > 0 ? $"{wait.What} of {string.Join(", ", wait.Parts.Select(Part))}" : $"{(word == "task" ? "task of" : word)} <{wait.What}>";
        return $"waiting for {what}" + (holder.Length > 0 ? $" held by {holder}" : wait.State is { } state ? $" ({state})" : "");
    }

    private static string Part(WaitPart part) => part.Count == 1 ? $"<{part.What}>" : $"{Terms.Number(part.Count)} × <{part.What}>";
}
