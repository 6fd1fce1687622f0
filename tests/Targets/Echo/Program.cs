using System.Reflection;
using System.Text;

namespace Echo;

/// <summary>Tells what it sees of itself, then writes every byte to both streams and copies its input.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        using Stream output = Console.OpenStandardOutput();
        using Stream error = Console.OpenStandardError();
        Write(output, $"{args.Length} arguments: {string.Join(' ', args.Select(Hex))}\n");
        Write(output, $"command line: {string.Join(' ', Environment.GetCommandLineArgs().Select(Hex))}\n");
        Write(output, $"/proc/self/cmdline: {Convert.ToHexString(File.ReadAllBytes("/proc/self/cmdline"))}\n");
        Write(output, $"process path: {Environment.ProcessPath}\n");
        Write(output, $"entry assembly: {Assembly.GetEntryAssembly()}\n");
        Write(output, $"base directory: {AppContext.BaseDirectory}\n");
        Write(output, $"current directory: {Environment.CurrentDirectory}\n");
        byte[] allBytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        output.Write(allBytes);
        error.Write(allBytes);
        using Stream input = Console.OpenStandardInput();
        input.CopyTo(output);
        Write(error, "no newline at the end");
        return 0;
    }

    private static string Hex(string text) => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
