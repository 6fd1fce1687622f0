using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>BigInteger: a small one is its sign field, a larger one has its magnitude in an array of words (BigInteger.cs).</summary>
internal sealed class BigIntegerView : View
{
    /// <summary>Larger ones have more than 600 digits, which nobody reads.</summary>
    private const int MostWords = 64;

    public override bool IsLeaf => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("_sign", out int sign) || !instance.TryRead("_bits", out ulong bits))
            return null;
        if (bits == 0)
            return new Scalar(sign.ToString(CultureInfo.InvariantCulture));
        if (!instance.TryElements("_bits", out var words) || words.Stride != sizeof(uint) || words.Length > MostWords)
            return null;
        Span<uint> magnitude = stackalloc uint[words.Length];
        var bytes = MemoryMarshal.AsBytes(magnitude);
        if (instance.Reader.Memory.Read(words.Data, bytes) != bytes.Length)
            return Value.Unreadable;
        var number = new BigInteger(bytes, isUnsigned: true);
        return new Scalar((sign < 0 ? -number : number).ToString(CultureInfo.InvariantCulture));
    }
}
