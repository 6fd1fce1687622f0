using System.Globalization;
using System.Text.RegularExpressions;

namespace Tripod.Benchmarks.Collectors;

/// <summary>The collector that writes a log, by the line in which it says who it is.</summary>
internal sealed partial class CollectorProcess
{
    private const int TicksPerSecond = 100; // USER_HZ, which every architecture of Linux has

    internal CollectorProcess(string logPath)
    {
        Id = File.ReadLines(logPath).Select(line => Started().Match(line)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)).Last();
    }

    internal int Id { get; }

    /// <summary>Of all its threads, in user space and in the kernel: the fields utime and stime (proc_pid_stat(5)).</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            string stat = File.ReadAllText($"/proc/{Id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            long ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
        }
    }

    [GeneratedRegex(@"^\S+Z Collector started: process (?<id>\d+),")]
    private static partial Regex Started();
}
