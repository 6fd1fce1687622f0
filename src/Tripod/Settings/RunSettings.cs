using System.CommandLine;
using Tripod.Samples;

namespace Tripod.Settings;

/// <summary>Everything that the user can set about a run.</summary>
internal sealed record RunSettings
{
    private static readonly Limits Defaults = new();

    private static readonly Setting<bool> EnabledSetting = new(
        "enabled", "0|1", "0 runs the target without sampling it, default 1", "0 or 1", true, SettingParsers.Switch);

    private static readonly Setting<bool> QuietSetting = new(
        "quiet", "0|1", "1 leaves out the two lines at the start, default 0", "0 or 1", false, SettingParsers.Switch);

    private static readonly Setting<string?> EnvironmentFileSetting = new(
        "env-file", "FILE", "File of variables, default ./tripod.env if there is one", "a file", null, SettingParsers.Text);

    private static readonly Setting<TimeSpan> IntervalSetting = new(
        "interval", "SECONDS", "Time between samples, default 5", "seconds, at least 0.01, such as 5 or 0.5",
        TimeSpan.FromSeconds(5), SettingParsers.Seconds);

    private static readonly Setting<string?> OutputSetting = new(
        "output", "DIRECTORY", "Where the log is written, default a private directory of yours below the temporary one",
        "a directory", null, SettingParsers.Text);

    private static readonly Setting<bool> StackVarsSetting = new(
        "stack-vars", "0|1", "Whether arguments and local variables are written, default 1", "0 or 1",
        true, SettingParsers.Switch);

    private static readonly Setting<TimeSpan> DeadlineSetting = new(
        "deadline", "SECONDS", "Longest time that one sample may take outside the target, default 3",
        "seconds, at least 0.01", TimeSpan.FromSeconds(3), SettingParsers.Seconds);

    private static readonly Setting<int> DepthSetting = Limit("max-depth", "Levels of objects within objects", 0, 20, Defaults.Depth);
    private static readonly Setting<int> ItemsSetting = Limit("max-items", "Elements of a collection, members of an object", 1, 10_000, Defaults.Items);
    private static readonly Setting<int> StringSetting = Limit("max-string", "Characters of a string", 1, 1_000_000, Defaults.StringLength);
    private static readonly Setting<int> NodesSetting = Limit("max-nodes", "Values within one variable", 1, 100_000, Defaults.Nodes);
    private static readonly Setting<int> FramesSetting = Limit("max-frames", "Frames of a thread, the newest", 1, 100_000, Defaults.Frames);
    private static readonly Setting<int> ThreadsSetting = Limit("max-threads", "Threads of a sample", 1, 100_000, Defaults.Threads);

    /// <summary>The options, in the order of the help.</summary>
    public static IReadOnlyList<Option> Options { get; } =
    [
        IntervalSetting.Option, OutputSetting.Option, StackVarsSetting.Option, EnabledSetting.Option, QuietSetting.Option,
        EnvironmentFileSetting.Option, DeadlineSetting.Option,
        DepthSetting.Option, ItemsSetting.Option, StringSetting.Option, NodesSetting.Option, FramesSetting.Option, ThreadsSetting.Option,
    ];

    public required TimeSpan Interval { get; init; }

    /// <summary>Whether the target is sampled at all.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Whether the banner is left out.</summary>
    public required bool Quiet { get; init; }

    /// <summary>The user's directory for the log; null for the private default.</summary>
    public required string? Output { get; init; }

    public required bool StackVars { get; init; }

    public required TimeSpan Deadline { get; init; }

    public required Limits Limits { get; init; }

    /// <exception cref="LaunchException">A value is not valid.</exception>
    public static RunSettings Read(ParseResult arguments, Func<string, string?> environment)
    {
        var file = EnvironmentFile.Read(EnvironmentFileSetting.Read(arguments, environment));
        return new RunSettings
        {
            Enabled = Value(EnabledSetting),
            Quiet = Value(QuietSetting),
            Interval = Value(IntervalSetting),
            Output = Value(OutputSetting),
            StackVars = Value(StackVarsSetting),
            Deadline = Value(DeadlineSetting),
            Limits = new Limits
            {
                Depth = Value(DepthSetting),
                Items = Value(ItemsSetting),
                StringLength = Value(StringSetting),
                Nodes = Value(NodesSetting),
                Frames = Value(FramesSetting),
                Threads = Value(ThreadsSetting),
            },
        };

        T Value<T>(Setting<T> setting) => setting.Read(arguments, variable => environment(variable) ?? file.GetValueOrDefault(variable));
    }

    private static Setting<int> Limit(string name, string meaning, int least, int most, int byDefault) => new(
        name, "N", $"{meaning}, at most; default {byDefault}", $"a whole number from {least} to {most}", byDefault,
        SettingParsers.Number(least, most));
}
