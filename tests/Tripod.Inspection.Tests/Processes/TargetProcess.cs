using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Tripod.Inspection.Tests.Processes;

/// <summary>A small program of tests/Targets that runs until it is disposed, and for a minute at most.</summary>
internal sealed class TargetProcess : IDisposable
{
    // The shell stands between, because the runtime waits for its own children, and would take the stops away that
    // ptrace reports of them.
    private const string Script = "exec 3<&0; \"$@\" <&3 & echo $!; wait";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _temporary;
    private readonly Process _shell;
    private readonly Timer _end;

    private TargetProcess(Process shell, DirectoryInfo temporary)
    {
        _shell = shell;
        _temporary = temporary;
        Pid = int.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        _end = new Timer(_ => Kill(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    public int Pid { get; }

    /// <summary>The line by which the program said that it stands where it should.</summary>
    public string Ready { get; private set; } = "";

    /// <summary>Starts a program and waits for its first line.</summary>
    public static TargetProcess Start(string name, params string[] arguments) => Start(name, new Dictionary<string, string>(), arguments);

    /// <summary>Starts a program with environment variables such as <c>DOTNET_TieredCompilation=0</c>.</summary>
    public static TargetProcess Start(string name, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        if (!File.Exists(PathOf(name)))
            throw new FileNotFoundException("The tests' project does not build this target.", PathOf(name));
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", DotNet, PathOf(name), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("tripod-target-");
        start.Environment["TMPDIR"] = temporary.FullName; // a killed runtime leaves its sockets there
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var target = new TargetProcess(Process.Start(start)!, temporary);
        target.Ready = target._shell.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{name} ended before it was ready");
        return target;
    }

    /// <summary>Sends the program a line, and waits for the one that it answers.</summary>
    public string Tell(string line)
    {
        _shell.StandardInput.WriteLine(line);
        _shell.StandardInput.Flush();
        return _shell.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the program ended instead of answering");
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
        _end.Dispose();
        Kill();
        _shell.WaitForExit();
        _shell.Dispose();
        _temporary.Delete(recursive: true);
    }

    private void Kill()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // it has ended by itself
        }
    }

    private static string DotNet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
