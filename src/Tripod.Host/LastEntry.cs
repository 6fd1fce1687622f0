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
        bool isJson = path.EndsWith(".jsonl", StringComparison.Ordinal);
        byte[] line = Encoding.UTF8.GetBytes(isJson ? FormatJson(DateTime.UtcNow, how, Environment.ProcessId) : Format(DateTime.UtcNow, how));
        int file = Kernel.OpenLog(Encoding.UTF8.GetBytes(path + '\0'));
        if (file < 0)
            return;
        Kernel.Write(file, line);
        Kernel.Close(file);
    }

    internal static string Format(DateTime time, string how) => string.Create(
        CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} Target ended: {OneLine(how)}\n");

    /// <summary>The same document as the collector writes; without a serialiser, which would be loaded into the target.</summary>
    internal static string FormatJson(DateTime time, string how, int pid)
    {
        string text = OneLine(how).Replace("\\", "\\\\").Replace("\"", "\\\"");
        string begin = string.Create(CultureInfo.InvariantCulture, $"{{\"@timestamp\":\"{time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\",\"log\":{{\"level\":\"info\"}}");
        string what = $",\"message\":\"Target ended: {text}\",\"event\":{{\"module\":\"tripod\",\"dataset\":\"tripod.log\",\"kind\":\"event\",\"action\":\"target-ended\",\"reason\":\"{text}\"}}";
        return string.Concat(begin, what, string.Create(CultureInfo.InvariantCulture, $",\"process\":{{\"pid\":{pid}}}}}\n"));
    }

    /// <summary>A type may be called anything: what is no plain character must not forge a line.</summary>
    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (line, text) =>
        {
            for (int i = 0; i < line.Length; i++)
                line[i] = text[i] is >= ' ' and <= '~' || char.IsLetterOrDigit(text[i]) ? text[i] : '?';
        });
}
