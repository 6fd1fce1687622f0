using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Mirror;

/// <summary>The process as the kernel has it.</summary>
internal static partial class Kernel
{
    private const int PR_GET_PDEATHSIG = 2;
    private const int PR_GET_DUMPABLE = 3;
    private const int PR_GET_TIMERSLACK = 30;
    private const int PR_GET_CHILD_SUBREAPER = 37;
    private const int LowNumbers = 100;
    private const int OwnNumbers = 200;

    private static readonly string[] StatusFields =
        ["Umask", "TracerPid", "Uid", "Gid", "SigBlk", "SigIgn", "SigCgt", "CapEff", "NoNewPrivs", "Seccomp", "CoreDumping"];

    internal static unsafe void Print()
    {
        Program.Print("/proc/self/cmdline", Convert.ToHexString(File.ReadAllBytes("/proc/self/cmdline")));
        foreach (string line in File.ReadAllLines("/proc/self/status").Where(line => StatusFields.Contains(line.Split(':')[0])))
            Program.Print("status", line);
        foreach (string line in File.ReadAllLines("/proc/self/limits"))
            Program.Print("limit", line);
        foreach (string file in (string[])["oom_score_adj", "coredump_filter", "personality", "cgroup"])
            Program.Print(file, File.ReadAllText($"/proc/self/{file}").Trim());
        int signal = 0, reaper = 0;
        _ = prctl(PR_GET_PDEATHSIG, (nint)(&signal));
        _ = prctl(PR_GET_CHILD_SUBREAPER, (nint)(&reaper));
        Program.Print("signal at the parent's death", signal);
        Program.Print("reaper of orphans", reaper);
        Program.Print("dumpable", prctl(PR_GET_DUMPABLE, 0));
        Program.Print("timer slack", prctl(PR_GET_TIMERSLACK, 0));
        PrintDescriptors();
    }

    /// <summary>Names of all threads that the runtime starts before Main, each once.</summary>
    internal static IEnumerable<string> ThreadNames() =>
        Directory.GetDirectories("/proc/self/task").Select(task => File.ReadAllText(task + "/comm").Trim()).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The kinds of low descriptors, each once, without assemblies, which are told apart; how many there are of the high ones that Tripod does not use either.</summary>
    private static void PrintDescriptors()
    {
        var all = Directory.GetFileSystemEntries("/proc/self/fd")
            .Select(path => (Number: int.Parse(Path.GetFileName(path), System.Globalization.CultureInfo.InvariantCulture), Link: new FileInfo(path).LinkTarget))
            .Where(file => file is { Number: > 2, Link: not null } && !file.Link.EndsWith(".dll", StringComparison.Ordinal)).ToArray();
        foreach (string kind in all.Where(file => file.Number < LowNumbers).Select(file => Digits().Replace(file.Link!, "N")).Distinct().Order(StringComparer.Ordinal))
            Program.Print("descriptor", kind);
        Program.Print("descriptors from 100 to 199", all.Count(file => file.Number is >= LowNumbers and < OwnNumbers));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [LibraryImport("libc")]
    private static partial int prctl(int option, nint argument);
}
