using System.Text;
using Tripod.Host.Native;

namespace Tripod.Host;

/// <summary>The one line on stderr that says why a target is not sampled.</summary>
internal static class Notice
{
    private const int StandardError = 2;

    /// <summary>Writes it, past Console, whose start would change the terminal's settings.</summary>
    public static void NotSampling(string why, string cure)
    {
        string line = $"[Tripod] Not sampling: {why}; {cure}\n";
        if (OperatingSystem.IsLinux() && Architecture.TryDetect(out _))
            Kernel.Write(StandardError, Encoding.UTF8.GetBytes(line));
        else
            Console.Error.Write(line);
    }
}
