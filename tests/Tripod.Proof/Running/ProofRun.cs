using System.Diagnostics;
using System.Globalization;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;
using Tripod.Proof.Checking;
using Tripod.Proof.Generation;
using Tripod.Proof.Tracing;

namespace Tripod.Proof.Running;

/// <summary>Runs a generated program under Tripod and judges what the log says of it.</summary>
/// <param name="Seed">Which program.</param>
/// <param name="Kind">How it is compiled.</param>
/// <param name="IsCollecting">With forced garbage collections.</param>
/// <param name="Seconds">For how long it is sampled.</param>
internal sealed record ProofRun(int Seed, BuildKind Kind, bool IsCollecting, int Seconds)
{
    private const string Interval = "0.01";
    private const int Threads = 3;

    // it ends by itself when its time is over
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs and adds to the counts. The folder keeps program and log.</summary>
    public void Run(string folder, Tally tally)
    {
        // the program would wait for samples in the log of an earlier run
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var program = ProgramGenerator.Generate(Seed);
        string assembly = Compiler.Compile(program, folder, Kind.IsOptimised);
        string output = Directory.CreateDirectory(Path.Combine(folder, "log"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        Start(assembly, folder, output);
        string path = Directory.EnumerateFiles(output).Single();
        var log = Log.Parse(File.ReadAllText(path));
        if (log.Samples.Count == 0)
            throw new InvalidOperationException($"no sample in {path}");
        var judge = new Judge(program.Answers, OwnTraces.Read(folder), new Sources(folder), tally, this);
        var begin = log.Samples[0].Time + TimeSpan.FromSeconds(Kind.WarmUp);
        foreach (var sample in log.Samples.Where(sample => sample.Time >= begin))
            judge.Add(sample);
        tally.Skipped += log.Skips.Count;
        tally.CollectorsLost.AddRange(log.Skips.Where(skip => skip.Contains("ended unexpectedly", StringComparison.Ordinal)).Select(skip => $"seed {Seed}, {Kind.Name}: {skip}"));
    }

    private void Start(string assembly, string folder, string output)
    {
        string[] command = [Artifacts.Tripod, "run", assembly, Text(Seconds + Kind.WarmUp), Text(Threads), IsCollecting ? "1" : "0"];
        var start = new ProcessStartInfo(Artifacts.Dotnet, command);
        foreach (var (name, value) in Kind.Environment)
            start.Environment[name] = value;
        start.Environment["PROOF_TRACES"] = folder;
        start.Environment["PROOF_LOG"] = output;
        start.Environment["TRIPOD_INTERVAL"] = Interval;
        start.Environment["TRIPOD_OUTPUT"] = output;
        start.Environment["TRIPOD_QUIET"] = "1";
        using var process = Process.Start(start)!;
        if (!process.WaitForExit(TimeSpan.FromSeconds(Seconds + Kind.WarmUp) + Patience))
        {
            process.Kill();
            throw new InvalidOperationException($"the program of seed {Seed}, {Kind.Name}, does not end");
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"the program of seed {Seed}, {Kind.Name}, ended with {process.ExitCode}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
