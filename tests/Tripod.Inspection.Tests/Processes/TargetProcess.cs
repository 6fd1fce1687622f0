using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tripod.Inspection.Tests.Processes;

/// <summary>A small program of tests/Targets that runs until it is disposed, and for a minute at most.</summary>
internal sealed class TargetProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private TargetProcess(Process process) => _process = process;

    public int Pid => _process.Id;

    /// <summary>The line by which the program said that it stands where it should.</summary>
    public string Ready { get; private set; } = "";

    /// <summary>Starts a program and waits for its first line.</summary>
    public static TargetProcess Start(string name, params string[] arguments) => Start(name, new Dictionary<string, string>(), arguments);

    /// <summary>Starts a program with environment variables such as <c>DOTNET_TieredCompilation=0</c>.</summary>
    public static TargetProcess Start(string name, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotNet, [PathOf(name), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var target = new TargetProcess(Process.Start(start)!);
        using var timer = new Timer(_ => target._process.Kill(), null, Patience, Timeout.InfiniteTimeSpan);
        target.Ready = target._process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{name} ended before it was ready");
        return target;
    }

    /// <summary>Path of a target's assembly, in the layout of the artifacts folder.</summary>
    public static string PathOf(string name)
    {
        string here = AppContext.BaseDirectory.TrimEnd('/');
        string configuration = Path.GetFileName(here);
        return Path.GetFullPath(Path.Combine(here, "..", "..", name, configuration, name + ".dll"));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string DotNet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
