using System.Text;
using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Uri, by its original text.</summary>
internal sealed class UriView : View
{
    public override bool IsLeaf => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) => instance.Field("_string", Secrecy.Open, budget);
}

/// <summary>StringBuilder, by the beginning of its text. Its chunks are linked from the last to the first (StringBuilder.cs).</summary>
internal sealed class StringBuilderView : View
{
    private const int MostChunks = 1000;

    public override bool IsLeaf => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("m_ChunkOffset", out int offset) || !instance.TryRead("m_ChunkLength", out int last))
            return null;
        var chunks = new Stack<Instance>();
        chunks.Push(instance);
        while (chunks.Count < MostChunks && chunks.Peek().TryObject("m_ChunkPrevious", out var previous))
            chunks.Push(previous);
        long length = (long)offset + last;
        if (length < 0 || !chunks.Peek().TryRead("m_ChunkOffset", out int first) || first != 0)
            return Value.Unreadable;
        return Beginning(chunks, (int)Math.Min(length, budget.Limits.StringLength + ValueReader.SearchedBeyond)) is { } text
            ? ValueReader.Text(text, length, budget.Limits.StringLength)
            : Value.Unreadable;
    }

    private static string? Beginning(Stack<Instance> chunks, int wanted)
    {
        var text = new StringBuilder();
        while (text.Length < wanted && chunks.TryPop(out var chunk))
        {
            if (!chunk.TryElements("m_ChunkChars", out var elements) || !chunk.TryRead("m_ChunkLength", out int used) || used < 0 || used > elements.Length)
                return null;
            var bytes = new byte[Math.Min(used, wanted - text.Length) * sizeof(char)];
            if (chunk.Reader.Memory.Read(elements.Data, bytes) != bytes.Length)
                return null;
            text.Append(Encoding.Unicode.GetString(bytes));
        }
        return text.ToString();
    }
}
