using System.Globalization;
using System.Text;

namespace Tripod.Log.Text;

/// <summary>Counts the bytes that a text would take in UTF-8, and keeps none of it.</summary>
internal sealed class ByteCounter() : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    public long Count { get; private set; }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Count += Encoding.UTF8.GetByteCount(buffer);
}
