using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Tripod.EndToEnd.Runs;

/// <summary>
/// The processes of one run, found in /proc by a mark in their environment: the target, what shares or copied its memory
/// (tracer, twin, guardian) and the collector, which is given the target's environment.
/// </summary>
internal static partial class Processes
{
    /// <summary>Name of the variable that marks a run.</summary>
    internal const string Mark = "TRIPOD_TEST_RUN";

    private const int SIGKILL = 9;
    private const int SIGCONT = 18;
    private const int SIGSTOP = 19;

    internal static IReadOnlyList<Described> Of(string mark)
    {
        string wanted = $"{Mark}={mark}";
        return [.. All().Where(pid => Environment(pid).Contains(wanted)).Select(Describe)];
    }

    /// <summary>The collector of a run: <c>… collect … PID</c>; null if there is none at the moment.</summary>
    internal static Described? CollectorOf(string mark, int targetPid) =>
        Of(mark).FirstOrDefault(process => process.Command.Contains("collect")
            && process.Command[^1] == targetPid.ToString(CultureInfo.InvariantCulture));

    /// <summary>Children of a process that have ended and that nobody has waited for.</summary>
    internal static IReadOnlyList<Described> ZombiesOf(int parent) =>
        [.. All().Where(pid => Parent(pid) == parent).Select(Describe).Where(process => process.State == 'Z')];

    internal static void Kill(int pid) => Signal(pid, SIGKILL);

    internal static void Stop(int pid) => Signal(pid, SIGSTOP);

    internal static void Continue(int pid) => Signal(pid, SIGCONT);

    internal static void Signal(int pid, int signal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pid, 2);
        _ = kill(pid, signal);
    }

    private static IEnumerable<int> All() =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

    private static Described Describe(int pid) => new(pid, Strings(pid, "cmdline"), State(pid));

    private static string[] Environment(int pid) => Strings(pid, "environ");

    /// <summary>As in /proc/PID/stat; X if it is gone.</summary>
    internal static char State(int pid) => StatField(pid, 0) is [var state, ..] ? state : 'X';

    private static int Parent(int pid) => int.TryParse(StatField(pid, 1), CultureInfo.InvariantCulture, out int parent) ? parent : 0;

    /// <summary>A field of /proc/PID/stat, counted from the one after the command, which may hold anything; empty if the process is gone.</summary>
    private static string StatField(int pid, int index) =>
        Read(pid, "stat") is { Length: > 0 } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[index] : "";

    private static string[] Strings(int pid, string file) => Read(pid, file).TrimEnd('\0').Split('\0');

    /// <summary>Empty for a process that has ended or is none of ours.</summary>
    private static string Read(int pid, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/{file}"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    /// <summary>A process at one moment.</summary>
    /// <param name="Pid">Process id.</param>
    /// <param name="Command">Its arguments, the program's name first.</param>
    /// <param name="State">As in /proc/PID/stat: R, S, T, Z…</param>
    internal sealed record Described(int Pid, IReadOnlyList<string> Command, char State)
    {
        public override string ToString() => $"{Pid} {State} {string.Join(' ', Command)}";
    }
}
