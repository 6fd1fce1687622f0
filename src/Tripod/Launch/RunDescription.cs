using Tripod.Log;
using Tripod.Samples;
using Tripod.Settings;

namespace Tripod.Launch;

/// <summary>What the head of the log says about a run.</summary>
internal static class RunDescription
{
    public static RunHeader Of(TargetPlan plan, string[] arguments, RunSettings settings) => new()
    {
        Target = plan.Path,
        Arguments = arguments,
        ProcessId = Environment.ProcessId,
        Started = DateTimeOffset.UtcNow,
        Interval = settings.Interval,
        WorkingDirectory = Environment.CurrentDirectory,
        Version = ProductVersion.Text,
        Settings = [settings.StackVars ? "variables on" : "variables off", .. settings.Statics && settings.StackVars ? ["static fields"] : Array.Empty<string>(), .. settings.Raw ? ["raw stacks"] : Array.Empty<string>(), .. Limits(settings.Limits)],
    };

    private static string[] Limits(Limits limits) =>
    [
        "depth " + limits.Depth, "items " + limits.Items, "string " + limits.StringLength,
        "nodes " + limits.Nodes, "frames " + limits.Frames, "threads " + limits.Threads,
    ];
}
