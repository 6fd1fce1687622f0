using System.Globalization;
using System.Runtime.CompilerServices;
using Tripod.Wire;

namespace Tripod.Host.Tests.Capture;

/// <summary>A target under the startup hook, with a collector that writes down what it is told.</summary>
internal sealed class HookedRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo _directory;

    public HookedRun(string mode, double interval = 0.05, double deadline = 3, string? collector = null, [CallerMemberName] string name = "")
    {
        _directory = Directory.CreateTempSubdirectory("tripod-" + name + "-");
        File.WriteAllText(Log, "");
        var handover = new Handover(
            TimeSpan.FromSeconds(interval),
            TimeSpan.FromSeconds(deadline),
            [collector ?? Which(Programs.Dotnet), Programs.Collector, Report, mode],
            Log,
            StartupHooks: null);
        Target = new TargetRun(
            ["hooked"], (Handover.HooksVariable, Programs.Host), (Handover.Variable, handover.Encode()), ("DOTNET_TieredPGO", "0"));
        Assert.Equal("ready", Target.ReadLine());
    }

    public TargetRun Target { get; }

    public string Log => Path.Combine(_directory.FullName, "log");

    private string Report => Path.Combine(_directory.FullName, "report");

    /// <summary>Waits until the collectors have written enough, and gives the lines.</summary>
    public string[] Wait(Func<string[], bool> enough)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (true)
        {
            string[] lines = Lines();
            if (enough(lines))
                return lines;
            Assert.True(DateTime.UtcNow < end, "the collectors wrote only:\n" + string.Join('\n', lines));
            Thread.Sleep(10); // polls a file; the end of the wait is what the file says
        }
    }

    /// <summary>Waits for a number of whole samples.</summary>
    public string[] WaitForSamples(int count) => Wait(lines => lines.Count(line => line.StartsWith("look", StringComparison.Ordinal)) >= count);

    /// <summary>Waits until no process has our report on its command line: collectors, and all who share the target's memory.</summary>
    public bool IsAloneInTheEnd()
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            if (!Directory.GetDirectories("/proc").Any(process => Arguments(process).Contains(Report, StringComparison.Ordinal)))
                return true;
            Thread.Sleep(10); // polls /proc
        }
        return false;
    }

    public void Dispose()
    {
        Target.Dispose();
        foreach (string pid in Lines().Where(line => line.StartsWith("start", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]))
        {
            if (Arguments("/proc/" + pid).Contains(Report, StringComparison.Ordinal))
                System.Diagnostics.Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture)).Kill();
        }
        _directory.Delete(recursive: true);
    }

    private string[] Lines()
    {
        if (!File.Exists(Report))
            return [];
        using var reader = new StreamReader(new FileStream(Report, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Arguments(string process)
    {
        try
        {
            return File.ReadAllText(process + "/cmdline");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) // no process, or ended
        {
            return "";
        }
    }

    private static string Which(string program) => Path.IsPathRooted(program)
        ? program
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(directory => Path.Combine(directory, program)).First(File.Exists);
}
