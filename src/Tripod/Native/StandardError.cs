using System.Text;

namespace Tripod.Native;

/// <summary>
/// Writes lines to descriptor 2 without System.Console, which would change the terminal and the signal handlers
/// that the target inherits over execve.
/// </summary>
internal static class StandardError
{
    private const int Descriptor = 2;

    public static void WriteLine(string line) => Write(line + "\n");

    public static void Write(string text)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text);
        while (rest.Length > 0 && Unistd.Write(Descriptor, rest) is > 0 and var written)
            rest = rest[(int)written..];
    }
}
