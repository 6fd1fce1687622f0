using System.Diagnostics;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Terminals;

namespace Tripod.EndToEnd.Runs;

/// <summary>One target, from its start to the end of the last process that had to do with it.</summary>
internal sealed class TargetRun : IAsyncDisposable
{
    private readonly Scratch _scratch;
    private readonly bool _ownsScratch;
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Process _process;
    private readonly Recording _output;
    private readonly Recording _error;

    private TargetRun(Launch launch, Scratch? scratch)
    {
        Launch = launch;
        _ownsScratch = scratch is null;
        _scratch = scratch ?? new Scratch();
        Terminal = launch.AtTerminal ? new Terminal() : null;
        _process = Process.Start(launch.StartInfo(_scratch, _mark, Terminal))!;
        _output = new Recording(Terminal?.Screen ?? _process.StandardOutput.BaseStream);
        _error = new Recording(_process.StandardError.BaseStream);
    }

    internal Launch Launch { get; }

    internal Terminal? Terminal { get; }

    /// <summary>The launcher's process id, which the target keeps.</summary>
    internal int Pid => _process.Id;

    internal Scratch Scratch => _scratch;

    internal Recording Output => _output;

    internal Recording Error => _error;

    internal IReadOnlyList<Processes.Described> AllProcesses => Processes.Of(_mark);

    internal Processes.Described? Collector => Processes.CollectorOf(_mark, Pid);

    /// <summary>The one file in the output directory, or that of several which has no number; empty text until it is there.</summary>
    internal string LogPath => Directory.EnumerateFiles(_scratch.Output).MinBy(path => path.Length) ?? "";

    internal Log Log => Log.Parse(LogPath is "" ? "" : File.ReadAllText(LogPath));

    /// <param name="launch">What to start.</param>
    /// <param name="scratch">Folders that outlive the run; null gives it folders of its own.</param>
    internal static TargetRun Start(Launch launch, Scratch? scratch = null) => new(launch, scratch);

    /// <summary>Starts a target and waits until it is where it should be.</summary>
    internal static async Task<TargetRun> StartReady(Launch launch)
    {
        TargetRun run = Start(launch);
        await run.Line("ready");
        return run;
    }

    /// <summary>Waits until the target has written this line. On a terminal echo and control sequences may stand before it.</summary>
    internal async Task Line(string line, int times = 1) =>
        await Bound.Until(() => _output.Lines.Count(Terminal is null ? line.Equals : shown => shown.EndsWith(line, StringComparison.Ordinal)) >= times ? line : null, $"the target's line \"{line}\"", Story, () => _process.HasExited);

    /// <summary>Waits for a sample after number <paramref name="after"/> that the test is looking for.</summary>
    internal async Task<LoggedSample> Sample(Func<LoggedSample, bool> wanted, long after = 0) =>
        await Bound.Until(() => Log.Samples.FirstOrDefault(sample => sample.Number > after && wanted(sample)), "a sample", Story, () => _process.HasExited);

    /// <summary>Waits until the log has this many more complete samples than at the call, and gives them.</summary>
    internal Task<IReadOnlyList<LoggedSample>> MoreSamples(int count) => MoreSamples(count, _ => true);

    /// <summary>The same, counting only samples of which the test can say something.</summary>
    internal async Task<IReadOnlyList<LoggedSample>> MoreSamples(int count, Func<LoggedSample, bool> counts)
    {
        int before = Log.Samples.Count;
        return await Bound.Until(
            () => Log.Samples.Skip(before).Where(counts).ToArray() is { } samples && samples.Length >= count ? samples[..count] : null,
            $"{count} more samples", Story, () => _process.HasExited);
    }

    /// <summary>Tells the target to go on.</summary>
    internal void Say(string word = "go on")
    {
        _process.StandardInput.WriteLine(word);
        _process.StandardInput.Flush();
    }

    internal void Say(byte[] bytes)
    {
        _process.StandardInput.BaseStream.Write(bytes);
        _process.StandardInput.BaseStream.Flush();
    }

    /// <summary>Presses keys at the terminal.</summary>
    internal void Type(string keys) => Terminal!.Type(keys);

    internal void CloseInput() => _process.StandardInput.Close();

    internal void Signal(int signal) => Processes.Signal(Pid, signal);

    internal void Kill() => Processes.Kill(Pid);

    /// <summary>Waits for the end of the target, of its streams and of every process that belongs to the run.</summary>
    internal async Task<Outcome> End()
    {
        int status = await Exit();
        bool hasBanner = Launch is { Sampled: true, HasBanner: true };
        byte[] output = hasBanner && Launch.AtTerminal ? Banner.TakenFrom(_output.Bytes) : _output.Bytes;
        byte[] error = hasBanner && !Launch.AtTerminal ? Banner.TakenFrom(_error.Bytes) : _error.Bytes;
        string log = LogPath is "" ? "" : Path.GetRelativePath(_scratch.Root, LogPath);
        return new Outcome(status, output, error, [.. _scratch.Contents().Where(path => path != log)], Terminal?.Settings ?? "");
    }

    /// <summary>As <see cref="End"/>, of a process that Tripod may have refused to start: gives the exit status alone.</summary>
    internal async Task<int> Exit()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Bound.Patience);
        await Task.WhenAll(_output.Ended, _error.Ended).WaitAsync(Bound.Patience);
        await Bound.Until(() => AllProcesses.Count == 0, "the end of every process of the run", () => string.Join('\n', AllProcesses));
        return _process.ExitCode;
    }

    /// <summary>Waits until the target is where it should be, and until it has been sampled a few times if it is sampled at all.</summary>
    internal async Task SampleSomewhile(int samples = 3)
    {
        await Line("ready");
        await SampleIfSampled(samples);
    }

    internal async Task SampleIfSampled(int samples = 3)
    {
        if (Launch.Sampled)
            await MoreSamples(samples);
    }

    /// <summary>What a person would want to read after a failure.</summary>
    internal string Story() => $"""
        exit code: {(_process.HasExited ? _process.ExitCode : "still running")}
        processes: {string.Join("\n           ", AllProcesses)}
        --- stdout
        {_output.Text}
        --- stderr
        {_error.Text}
        --- log, at most its last 8000 characters
        {(LogPath is "" ? "none" : Last(File.ReadAllText(LogPath), 8000))}
        """;

    public async ValueTask DisposeAsync()
    {
        foreach (Processes.Described process in AllProcesses)
            Processes.Kill(process.Pid);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Terminal?.Dispose();
        if (_ownsScratch)
            _scratch.Dispose();
    }

    private static string Last(string text, int length) => text.Length <= length ? text : "…" + text[^length..];
}
