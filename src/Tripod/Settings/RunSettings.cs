using Tripod.Log;
using Tripod.Samples;

namespace Tripod.Settings;

/// <summary>Everything that the user can set about a run.</summary>
internal sealed record RunSettings
{
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

    private static readonly Setting<LogFormat> FormatSetting = new(
        "format", "text|json", "How the log is written, for people or a JSON document a line, default text",
        "text or json", LogFormat.Text, SettingParsers.Format);

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

    /// <summary>The settings of the run, in the order of the help.</summary>
    public static IReadOnlyList<Setting> OfTheRun { get; } =
    [
        IntervalSetting, OutputSetting, FormatSetting, StackVarsSetting, StaticsSetting, RawSetting, DeadlineSetting, EnabledSetting, QuietSetting, NoCacheSetting, EnvironmentFileSetting,
    ];

    public static IEnumerable<Setting> All => [.. OfTheRun, .. LimitSettings.All];

    public required TimeSpan Interval { get; init; }

    /// <summary>Whether the target is sampled at all.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Whether the banner is left out.</summary>
    public required bool Quiet { get; init; }

    /// <summary>Whether scripts that were compiled before are used, and kept for the next time.</summary>
    public required bool Cache { get; init; }

    /// <summary>The user's directory for the log; null for the private default.</summary>
    public required string? Output { get; init; }

    public required LogFormat Format { get; init; }

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
            Format = Value(FormatSetting),
            StackVars = Value(StackVarsSetting),
            Statics = Value(StaticsSetting),
            Raw = Value(RawSetting),
            Deadline = TimeSpan.FromSeconds(Value(DeadlineSetting)),
            Limits = LimitSettings.Read(Value),
        };

        T Value<T>(Setting<T> setting) => setting.Read(options, variable => environment(variable) ?? file.GetValueOrDefault(variable));
    }
}
