using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>Names of threads: the field _name of their <c>System.Threading.Thread</c>.</summary>
internal sealed class ThreadNames(ThreadObjects objects, IDataReader reader)
{
    private const int MostLength = 200;
    private const int MostKnown = 10_000;

    // System.String: method table pointer, length, characters
    private const int LengthOffset = sizeof(ulong);
    private const int TextOffset = LengthOffset + sizeof(int);

    private readonly Dictionary<(uint OsId, int ManagedId), string?> _known = [];

    public void BeginSample()
    {
        objects.BeginSample();
        if (_known.Count > MostKnown)
            _known.Clear();
    }

    /// <summary>The name, escaped; null if it has none. During a collection, when objects move, the one known from before.</summary>
    public string? Get(in ThreadEntry thread, bool isCollecting)
    {
        var key = (thread.Thread.OsId, thread.Thread.ManagedId);
        return isCollecting ? _known.GetValueOrDefault(key) : _known[key] = Read(thread.Address);
    }

    private string? Read(ulong thread)
    {
        if (!objects.TryFind(thread, out ulong address) || !reader.ReadPointer(address + (ulong)objects.NameOffset, out ulong name)
            || name == 0 || !reader.Read(name + LengthOffset, out int length) || length <= 0)
            return null;
        char[] text = new char[Math.Min(length, MostLength)];
        Span<byte> bytes = MemoryMarshal.AsBytes(text.AsSpan());
        return reader.Read(name + TextOffset, bytes) == bytes.Length
            ? Escape.Text(new string(text)) + (length > MostLength ? "…" : "")
            : null;
    }
}
