using System.Globalization;
using Tripod.Native;

namespace Tripod.Collect;

/// <summary>A process's status as wait(2) reports it.</summary>
/// <param name="Raw">The encoded status.</param>
internal readonly record struct WaitStatus(int Raw)
{
    private const int ExitCodeField = 52; // of /proc/PID/stat, counted from 1; see proc_pid_stat(5)

    /// <summary>The signal that killed it; 0 if it exited.</summary>
    public int Signal => Raw & 0x7f;

    /// <summary>Its exit code, if it exited.</summary>
    public int ExitCode => Raw >> 8 & 0xff;

    /// <summary>What the kernel still tells of an ended process: while its parent has not waited for it, and on Linux 6.15 and later also after; null if nothing.</summary>
    public static WaitStatus? Of(ProcessHandle process) =>
        process.Descriptor >= 0 && Pidfd.ExitStatus(process.Descriptor) is { } reaped ? new WaitStatus(reaped) : OfZombie(process.Pid);

    private static WaitStatus? OfZombie(int pid)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{pid}/stat");
            // The second field is the command in parentheses, which may hold anything.
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].TrimEnd().Split(' ');
            return fields[0] == "Z" && int.TryParse(fields[ExitCodeField - 3], CultureInfo.InvariantCulture, out int status)
                ? new WaitStatus(status)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
