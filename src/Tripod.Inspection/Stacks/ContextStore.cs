namespace Tripod.Inspection.Stacks;

/// <summary>Registers of all frames of a sample, so that variables can be read without a second walk. The room is used again.</summary>
internal sealed class ContextStore(int contextSize)
{
    private const int FirstCapacity = 256;

    private byte[] _bytes = new byte[contextSize * FirstCapacity];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Keeps a copy; its number.</summary>
    public int Add(ReadOnlySpan<byte> context)
    {
        if ((_count + 1) * contextSize > _bytes.Length)
            Array.Resize(ref _bytes, checked(_bytes.Length * 2));
        context[..contextSize].CopyTo(Get(_count));
        return _count++;
    }

    public Span<byte> Get(int number) => _bytes.AsSpan(number * contextSize, contextSize);
}
