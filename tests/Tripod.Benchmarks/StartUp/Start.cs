using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tripod.Benchmarks.StartUp;

/// <summary>A command line that is started again and again.</summary>
internal sealed class Start(string name, string[] command)
{
    private readonly List<double> _wall = [];
    private readonly List<double> _processor = [];

    internal string Name => name;

    internal Statistics Wall => new(_wall);

    /// <summary>User and system time of the process and the children that it waited for; clearer than wall time on a busy machine.</summary>
    internal Statistics Processor => new(_processor);

    internal void Measure(string folder)
    {
        double before = ChildrenTime();
        var watch = Stopwatch.StartNew();
        Once(folder);
        _wall.Add(watch.Elapsed.TotalMilliseconds);
        _processor.Add(ChildrenTime() - before);
    }

    /// <exception cref="InvalidOperationException">It failed: no figure is worth anything then.</exception>
    internal void Once(string folder)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(folder, "cache");
        start.Environment["TRIPOD_OUTPUT"] = folder;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{name}: exit status {process.ExitCode}\n{errors.Result}");
    }

    /// <summary>getrusage(2), RUSAGE_CHILDREN, in milliseconds.</summary>
    private static double ChildrenTime()
    {
        const int RUSAGE_CHILDREN = -1;
        Span<long> usage = stackalloc long[18]; // struct rusage: two timevals, then fourteen counters
        if (getrusage(RUSAGE_CHILDREN, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new Win32Exception();
        return (usage[0] + usage[2]) * 1e3 + (usage[1] + usage[3]) / 1e3;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int getrusage(int who, ref long usage);
}
