using System.Diagnostics;
using System.Globalization;

namespace Tripod.Host.Tests.Capture;

/// <summary>A target that runs, in a directory of its own; killed with the test.</summary>
internal sealed class TargetRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("tripod-target-");
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _firstError = new();

    public TargetRun(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Programs.Dotnet, [Programs.Target, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _temporary.FullName; // a killed runtime leaves its sockets there
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = ReadErrors();
    }

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Says a line and gives the answer.</summary>
    public string Ask(string line)
    {
        Say(line);
        return ReadLine();
    }

    public void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    public string ReadLine()
    {
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        Assert.True(line.Wait(Patience), "the target says nothing");
        return line.Result ?? throw new InvalidOperationException("the target ended: " + _errors.Result);
    }

    /// <summary>Waits for the first line on standard error.</summary>
    public void WaitForError() => Assert.True(_firstError.Task.Wait(Patience), "the target complains of nothing");

    /// <summary>Waits for the end: exit code and standard error.</summary>
    public (int Code, string Errors) End() => (EndAlone(), _errors.Result);

    /// <summary>Waits for the end of the target, though a child of it may still have its standard error; the exit code.</summary>
    public int EndAlone()
    {
        Assert.True(_process.WaitForExit(Patience), "the target does not end");
        return _process.ExitCode;
    }

    /// <summary>The rest of standard output: lines of a name and a value.</summary>
    public Dictionary<string, string> Values() => Lines().Select(line => line.Split(' ', 2)).ToDictionary(words => words[0], words => words[1]);

    /// <summary>The rest of standard output, of a target that ends well.</summary>
    public string[] Lines()
    {
        string text = _process.StandardOutput.ReadToEnd();
        (int code, string errors) = End();
        Assert.True(code == 0, $"exit code {code.ToString(CultureInfo.InvariantCulture)}: {errors}");
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<string> ReadErrors()
    {
        string? line = await _process.StandardError.ReadLineAsync();
        if (line is null)
            return "";
        _firstError.SetResult();
        return line + "\n" + await _process.StandardError.ReadToEndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _temporary.Delete(recursive: true);
    }
}
