using System.Runtime.InteropServices;
using System.Text;

namespace Tripod.Host.Capture;

/// <summary>C strings and arrays of them in native memory, for execve. Freed together.</summary>
internal sealed unsafe class StringBlock : IDisposable
{
    private readonly List<nint> _blocks = [];

    public byte* Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public byte* Add(ReadOnlySpan<byte> text)
    {
        byte* start = (byte*)Allocate(text.Length + 1);
        text.CopyTo(new Span<byte>(start, text.Length));
        start[text.Length] = 0;
        return start;
    }

    /// <summary>An array that ends with null.</summary>
    public byte** AddArray(List<nint> strings)
    {
        byte** array = (byte**)Allocate((strings.Count + 1) * sizeof(byte*));
        for (int i = 0; i < strings.Count; i++)
            array[i] = (byte*)strings[i];
        array[strings.Count] = null;
        return array;
    }

    public void Dispose()
    {
        foreach (nint block in _blocks)
            NativeMemory.Free((void*)block);
        _blocks.Clear();
    }

    private void* Allocate(int size)
    {
        void* block = NativeMemory.Alloc((nuint)size);
        _blocks.Add((nint)block);
        return block;
    }
}
