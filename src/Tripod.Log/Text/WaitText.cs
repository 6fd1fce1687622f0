using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Says for what a thread waits, and who holds it.</summary>
internal static class WaitText
{
    /// <summary><c>waiting for lock &lt;Account @1&gt; held by thread 7 "Transfer"</c>.</summary>
    public static string Of(string word, ThreadWait wait)
    {
        string holder = wait.Holder is { } id ? $"thread {Terms.Id(id)}{(wait.HolderName is { Length: > 0 } name ? $" \"{name}\"" : "")}" : "";
        if (word == "join" && holder.Length > 0)
            return $"waiting for {holder} to end";
        string text = $"waiting {(word == "task" ? "for task of" : "for " + word)} <{wait.What}>";
        return text + (holder.Length > 0 ? $" held by {holder}" : wait.State is { } state ? $" ({state})" : "");
    }
}
