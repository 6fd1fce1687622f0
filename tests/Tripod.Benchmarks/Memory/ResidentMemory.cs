using System.Globalization;

namespace Tripod.Benchmarks.Memory;

internal static class ResidentMemory
{
    private static readonly string[] Parts = ["RssAnon:", "RssFile:", "RssShmem:"];

    /// <summary>Anonymous, file and shared pages together, from /proc/PID/status (proc_pid_status(5)), which has them in kB.</summary>
    internal static double Megabytes(int pid) =>
        File.ReadLines($"/proc/{pid}/status")
            .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => Parts.Contains(words[0]))
            .Sum(words => long.Parse(words[1], CultureInfo.InvariantCulture)) / 1024.0;
}
