using System.Globalization;
using System.Text;
using Tripod.Host.Native;

namespace Tripod.Host;

/// <summary>The log's last line, for a target that ends without a collector.</summary>
internal static class LastEntry
{
    /// <summary>Appends it to the log, which the launcher has made; if that is gone, nothing is written.</summary>
    public static void Append(string path, string how)
    {
        byte[] line = Encoding.UTF8.GetBytes(Format(DateTime.UtcNow, how));
        int file = Kernel.OpenLog(Encoding.UTF8.GetBytes(path + '\0'));
        if (file < 0)
            return;
        Kernel.Write(file, line);
        Kernel.Close(file);
    }

    internal static string Format(DateTime time, string how) => string.Create(
        CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} Target ended: {OneLine(how)}\n");

    /// <summary>A type may be called anything: what is no plain character must not forge a line.</summary>
    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (line, text) =>
        {
            for (int i = 0; i < line.Length; i++)
                line[i] = text[i] is >= ' ' and <= '~' || char.IsLetterOrDigit(text[i]) ? text[i] : '?';
        });
}
