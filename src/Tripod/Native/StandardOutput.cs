using System.Text;

namespace Tripod.Native;

/// <summary>Descriptor 1 without System.Console.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    public static void WriteLine(string text)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text + "\n");
        while (rest.Length > 0 && Unistd.Write(Descriptor, rest) is > 0 and var written)
            rest = rest[(int)written..];
    }
}
