using Tripod.Samples;

namespace Tripod.Settings;

/// <summary>Everything that the user can set about a run.</summary>
internal sealed record RunSettings
{
    private static readonly Limits Defaults = new();

    private static readonly Setting<bool> EnabledSetting = new(
        "enabled", "0|1", "Whether the target is sampled at all, default 1", "0 or 1", true, SettingParsers.Switch);

    private static readonly Setting<bool> QuietSetting = new(
        "quiet", null, "Print nothing when the target starts", "0 or 1", false, SettingParsers.Switch);

    private static readonly Setting<bool> NoCacheSetting = new(
        "no-cache", null, "Compile scripts and restore packages anew", "0 or 1", false, SettingParsers.Switch);

    private static readonly Setting<string?> EnvironmentFileSetting = new(
        "env-file", "FILE", "File of variables, default ./tripod.env, if it is there", "a file", null, SettingParsers.Text);

    private static readonly Setting<double> IntervalSetting = new(
        "interval", "SECONDS", "Time between samples, default 5", "seconds, at least 0.01, such as 5 or 0.5",
        5, SettingParsers.Seconds);

    private static readonly Setting<string?> OutputSetting = new(
        "output", "DIRECTORY", "Where the log is written, default a private directory in /tmp",
        "a directory", null, SettingParsers.Text);

    private static readonly Setting<bool> StackVarsSetting = new(
        "stack-vars", "0|1", "Whether arguments and local variables are written, default 1", "0 or 1",
        true, SettingParsers.Switch);

    private static readonly Setting<bool> StaticsSetting = new(
        "statics", null, "Show the static fields of the types on the stacks, too", "0 or 1", false, SettingParsers.Switch);

    private static readonly Setting<bool> RawSetting = new(
        "raw", null, "Show the frames that compilers and the runtime add, too", "0 or 1", false, SettingParsers.Switch);

    private static readonly Setting<double> DeadlineSetting = new(
        "deadline", "SECONDS", "Longest time that reading a sample may take, default 3",
        "seconds, at least 0.01", 3, SettingParsers.Seconds);

    private static readonly Setting<int> DepthSetting = Limit("max-depth", "Levels of objects within objects", 0, 20, Defaults.Depth);
    private static readonly Setting<int> ItemsSetting = Limit("max-items", "Elements of a collection, members of an object", 1, 10_000, Defaults.Items);
    private static readonly Setting<int> StringSetting = Limit("max-string", "Characters of a string", 1, 1_000_000, Defaults.StringLength);
    private static readonly Setting<int> NodesSetting = Limit("max-nodes", "Values within one variable", 1, 100_000, Defaults.Nodes);
    private static readonly Setting<int> FramesSetting = Limit("max-frames", "Frames of a thread, the newest", 1, 100_000, Defaults.Frames);
    private static readonly Setting<int> ThreadsSetting = Limit("max-threads", "Threads of a sample", 1, 100_000, Defaults.Threads);
    private static readonly Setting<int> AsyncTimeSetting = Limit("max-async-time", "Milliseconds to seek pending async work, 0 not to", 0, 60_000, Defaults.AsyncTime);
    private static readonly Setting<int> ChainsSetting = Limit("max-chains", "Kinds of pending async chains", 1, 100_000, Defaults.Chains);
    private static readonly Setting<int> StaticTypesSetting = Limit("max-static-types", "Types whose static fields are shown", 1, 100_000, Defaults.StaticTypes);

    /// <summary>The settings of the run, in the order of the help.</summary>
    public static IReadOnlyList<Setting> OfTheRun { get; } =
    [
        IntervalSetting, OutputSetting, StackVarsSetting, StaticsSetting, RawSetting, DeadlineSetting, EnabledSetting, QuietSetting, NoCacheSetting, EnvironmentFileSetting,
    ];

    /// <summary>The settings of how much of a sample is written.</summary>
    public static IReadOnlyList<Setting> OfLimits { get; } =
    [
        DepthSetting, ItemsSetting, StringSetting, NodesSetting, FramesSetting, ThreadsSetting, AsyncTimeSetting, ChainsSetting, StaticTypesSetting,
    ];

    public static IEnumerable<Setting> All => [.. OfTheRun, .. OfLimits];

    public required TimeSpan Interval { get; init; }

    /// <summary>Whether the target is sampled at all.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Whether the banner is left out.</summary>
    public required bool Quiet { get; init; }

    /// <summary>Whether scripts that were compiled before are used, and kept for the next time.</summary>
    public required bool Cache { get; init; }

    /// <summary>The user's directory for the log; null for the private default.</summary>
    public required string? Output { get; init; }

    public required bool StackVars { get; init; }

    /// <summary>Whether static fields are shown, with the variables of frames.</summary>
    public required bool Statics { get; init; }

    /// <summary>Whether stacks are shown as they are.</summary>
    public required bool Raw { get; init; }

    public required TimeSpan Deadline { get; init; }

    public required Limits Limits { get; init; }

    /// <summary>The setting that has an option; null if none has.</summary>
    public static Setting? Find(string option)
    {
        foreach (var setting in All)
        {
            if (setting.Option == option)
                return setting;
        }
        return null;
    }

    /// <param name="options">The options that were given, by name.</param>
    /// <param name="environment">The value of a variable; null if it is not set.</param>
    /// <exception cref="LaunchException">A value is not valid.</exception>
    public static RunSettings Read(IReadOnlyDictionary<string, string> options, Func<string, string?> environment)
    {
        var file = EnvironmentFile.Read(EnvironmentFileSetting.Read(options, environment));
        return new RunSettings
        {
            Enabled = Value(EnabledSetting),
            Quiet = Value(QuietSetting),
            Cache = !Value(NoCacheSetting),
            Interval = TimeSpan.FromSeconds(Value(IntervalSetting)),
            Output = Value(OutputSetting),
            StackVars = Value(StackVarsSetting),
            Statics = Value(StaticsSetting),
            Raw = Value(RawSetting),
            Deadline = TimeSpan.FromSeconds(Value(DeadlineSetting)),
            Limits = new Limits
            {
                Depth = Value(DepthSetting),
                Items = Value(ItemsSetting),
                StringLength = Value(StringSetting),
                Nodes = Value(NodesSetting),
                Frames = Value(FramesSetting),
                Threads = Value(ThreadsSetting),
                AsyncTime = Value(AsyncTimeSetting),
                Chains = Value(ChainsSetting),
                StaticTypes = Value(StaticTypesSetting),
            },
        };

        T Value<T>(Setting<T> setting) => setting.Read(options, variable => environment(variable) ?? file.GetValueOrDefault(variable));
    }

    private static Setting<int> Limit(string name, string meaning, int least, int most, int byDefault) => new(
        name, "N", meaning + ", default " + byDefault, string.Concat("a whole number from ", least.ToString(), " to ", most.ToString()), byDefault,
        SettingParsers.Number(least, most));
}
