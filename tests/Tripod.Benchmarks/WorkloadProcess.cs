using System.Diagnostics;
using System.Globalization;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.Benchmarks;

/// <summary>The target Workload, alone or under Tripod, ready when the constructor returns.</summary>
internal sealed class WorkloadProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("tripod-benchmark-");
    private readonly Process _process;
    private SampleCounter? _counter;

    private WorkloadProcess(string[] command, double interval)
    {
        var start = new ProcessStartInfo(Artifacts.Dotnet, command) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TRIPOD_OUTPUT"] = _output.FullName;
        start.Environment["TRIPOD_INTERVAL"] = interval.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Errors += line.Data + "\n";
        _process.BeginErrorReadLine();
        ReadUntil("ready");
    }

    internal int Pid => _process.Id;

    internal string Errors { get; private set; } = "";

    internal string LogPath => Directory.GetFiles(_output.FullName).Single();

    internal Log Log => Log.Parse(File.ReadAllText(LogPath));

    internal static WorkloadProcess Plain(params string[] arguments) => new([Artifacts.Target("Workload"), .. arguments], 1);

    internal static WorkloadProcess Sampled(double interval, params string[] arguments) => Sampled(interval, [], arguments);

    internal static WorkloadProcess Sampled(double interval, string[] options, params string[] arguments) =>
        new([Artifacts.Tripod, "run", .. options, Artifacts.Target("Workload"), .. arguments], interval);

    /// <summary>Complete samples in the log.</summary>
    internal int CountSamples() => (_counter ??= new SampleCounter(LogPath)).Count();

    /// <summary>Waits until the log has so many complete samples.</summary>
    internal void WaitForSamples(int count)
    {
        var watch = Stopwatch.StartNew();
        while (CountSamples() < count)
        {
            if (_process.HasExited || watch.Elapsed > Patience)
                throw new TimeoutException($"no {count} samples; standard error of the target:\n{Errors}");
            Thread.Sleep(100);
        }
    }

    /// <summary>The gaps that the victim has seen so far: start and length in nanoseconds of CLOCK_MONOTONIC.</summary>
    internal IReadOnlyList<(long Start, long Length)> Gaps()
    {
        _process.StandardInput.WriteLine("gaps");
        // a core dump is told on the target's own standard output, between the lines of the target
        return [.. ReadUntil("gaps end").Where(line => line.StartsWith("gap ", StringComparison.Ordinal))
            .Select(line => line.Split(' '))
            .Select(words => (long.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture)))];
    }

    /// <summary>Puts off the end that a target sets itself.</summary>
    internal void GoOn()
    {
        _process.StandardInput.WriteLine("on");
        ReadUntil("on");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _counter?.Dispose();
        _output.Delete(recursive: true);
    }

    private List<string> ReadUntil(string end)
    {
        List<string> lines = [];
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line == end)
                return lines;
            lines.Add(line);
        }
        throw new EndOfStreamException($"the workload ended; its standard error:\n{Errors}");
    }
}
