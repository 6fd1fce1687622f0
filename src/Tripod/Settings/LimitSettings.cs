using Tripod.Samples;

namespace Tripod.Settings;

/// <summary>The limits, each with all that there is to know of it, in the order of the help and of the collector's command line.</summary>
internal static class LimitSettings
{
    public static IReadOnlyList<LimitSetting> All { get; } =
    [
        new("max-depth", "Levels of objects within objects", 0, 20, limits => limits.Depth, (limits, value) => limits with { Depth = value }),
        new("max-items", "Elements of a collection, members of an object", 1, 10_000, limits => limits.Items, (limits, value) => limits with { Items = value }),
        new("max-string", "Characters of a string", 1, 1_000_000, limits => limits.StringLength, (limits, value) => limits with { StringLength = value }),
        new("max-nodes", "Values within one variable", 1, 100_000, limits => limits.Nodes, (limits, value) => limits with { Nodes = value }),
        new("max-frames", "Frames of a thread, the newest", 1, 100_000, limits => limits.Frames, (limits, value) => limits with { Frames = value }),
        new("max-threads", "Threads of a sample", 1, 100_000, limits => limits.Threads, (limits, value) => limits with { Threads = value }),
        new("max-async-time", "Milliseconds to seek pending async work, and what that tells of waits and deadlocks, 0 not to", 0, 60_000, limits => limits.AsyncTime, (limits, value) => limits with { AsyncTime = value }),
        new("max-chains", "Kinds of pending async chains", 1, 100_000, limits => limits.Chains, (limits, value) => limits with { Chains = value }),
        new("max-static-types", "Types whose static fields are shown", 1, 100_000, limits => limits.StaticTypes, (limits, value) => limits with { StaticTypes = value }),
        new("max-bytes", "Bytes of a sample in the log", 10_000, 1_000_000_000, limits => limits.Bytes, (limits, value) => limits with { Bytes = value }),
        new("max-pause", "Milliseconds that the target is held without sampling it less often, 0 for any", 0, 10_000, limits => limits.Pause, (limits, value) => limits with { Pause = value }),
        new("max-file-size", "Megabytes after which the log goes on in a new file, 0 for never", 0, 1_000_000, limits => limits.FileSize, (limits, value) => limits with { FileSize = value }),
        new("max-files", "Files of the log, the newest", 1, 1_000, limits => limits.Files, (limits, value) => limits with { Files = value }),
    ];

    /// <summary>The limits that some source says.</summary>
    /// <param name="value">The value of one, within its bounds.</param>
    public static Limits Read(Func<LimitSetting, int> value)
    {
        var limits = new Limits();
        foreach (var setting in All)
            limits = setting.Set(limits, value(setting));
        return limits;
    }
}
