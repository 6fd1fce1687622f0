using System.Globalization;
using Tripod.Log;
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
        Settings = [.. Switches(settings), .. LimitSettings.All.Select(limit => limit.Describe(settings.Limits))],
    };

    private static IEnumerable<string> Switches(RunSettings settings)
    {
        yield return settings.StackVars ? "variables on" : "variables off";
        if (settings is { Statics: true, StackVars: true })
            yield return "static fields";
        if (settings.Raw)
            yield return "raw stacks";
        yield return string.Create(CultureInfo.InvariantCulture, $"deadline {settings.Deadline.TotalSeconds:0.######} s");
    }
}
