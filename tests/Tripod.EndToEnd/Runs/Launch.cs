using System.Diagnostics;
using System.Globalization;
using Tripod.EndToEnd.Terminals;

namespace Tripod.EndToEnd.Runs;

/// <summary>What to start and how: the same record with <see cref="Sampled"/> on and off gives the two runs of a comparison.</summary>
internal sealed record Launch
{
    /// <summary>Path of a .dll or a script; empty for none.</summary>
    internal required string Target { get; init; }

    internal IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The command without Tripod, to which target and arguments are added.</summary>
    internal IReadOnlyList<string> Alone { get; init; } = [Artifacts.Dotnet];

    /// <summary>A program of bash that starts the command, which it has as <c>"$@"</c>; null for none.</summary>
    internal string? Shell { get; init; }

    /// <summary>Standard streams are a terminal, which the process has to itself, and not pipes.</summary>
    internal bool AtTerminal { get; init; }

    /// <summary>Whether Tripod has a standard error to tell that it samples.</summary>
    internal bool HasBanner { get; init; } = true;

    /// <summary>Under <c>tripod run</c>, or <see cref="Alone"/>.</summary>
    internal bool Sampled { get; init; } = true;

    /// <summary>The subcommand of Tripod.</summary>
    internal string Command { get; init; } = "run";

    /// <summary>Options of Tripod, between the subcommand and the target.</summary>
    internal IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>TRIPOD_INTERVAL; null leaves the default of five seconds.</summary>
    internal double? Interval { get; init; } = 0.1;

    /// <summary>Variables that differ from the test's own; null takes one away.</summary>
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>A target of this repository, by the name of its project.</summary>
    internal static Launch Of(string target, params IReadOnlyList<string> arguments) =>
        new() { Target = Artifacts.Target(target), Arguments = arguments };

    /// <summary>The same target, started by its apphost.</summary>
    internal static Launch OfApphost(string target, params IReadOnlyList<string> arguments) =>
        new() { Target = Path.ChangeExtension(Artifacts.Target(target), null), Alone = [], Arguments = arguments };

    /// <summary>A script of this repository.</summary>
    internal static Launch OfScript(string script, params IReadOnlyList<string> arguments) =>
        new() { Target = Artifacts.Script(script), Arguments = arguments };

    /// <param name="scratch">Its folders.</param>
    /// <param name="mark">What all processes of the run have in their environment.</param>
    /// <param name="terminal">The one to start it at, or null.</param>
    internal ProcessStartInfo StartInfo(Scratch scratch, string mark, Terminal? terminal)
    {
        string[] command = Sampled
            ? [Artifacts.Dotnet, Artifacts.Tripod, Command, .. Options, .. Target is "" ? [] : new[] { Target }, .. Arguments]
            : [.. Alone, Target, .. Arguments];
        if (Shell is not null)
            command = ["/bin/bash", "-c", Shell, "bash", .. command];
        if (terminal is not null)
            command = terminal.Around(command);
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = scratch.Work,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(info.Environment, scratch, mark);
        return info;
    }

    /// <summary>The same in both runs of a comparison, but for the mark's value.</summary>
    private void SetEnvironment(IDictionary<string, string?> environment, Scratch scratch, string mark)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith("TRIPOD_", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        environment[Processes.Mark] = mark;
        environment["TMPDIR"] = scratch.Temporary;
        environment["TRIPOD_OUTPUT"] = scratch.Output;
        environment["TRIPOD_MAX_PAUSE"] = "0"; // a busy machine holds targets for long, and no test shall be sampled less often for it
        if (Interval is { } seconds)
            environment["TRIPOD_INTERVAL"] = seconds.ToString(CultureInfo.InvariantCulture);
        foreach ((string name, string? value) in Environment)
            environment[name] = value;
        foreach (string name in Environment.Where(pair => pair.Value is null).Select(pair => pair.Key))
            environment.Remove(name);
    }
}
