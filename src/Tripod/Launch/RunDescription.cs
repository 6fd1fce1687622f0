using System.Globalization;
using System.Reflection;
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
        Version = Version,
        Settings = [new("variables", settings.StackVars ? "on" : "off"), .. Limits(settings)],
    };

    private static string Version =>
        typeof(RunDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    private static IEnumerable<KeyValuePair<string, string>> Limits(RunSettings settings) => new (string Name, int Value)[]
    {
        ("depth", settings.Limits.Depth), ("items", settings.Limits.Items), ("string", settings.Limits.StringLength),
        ("nodes", settings.Limits.Nodes), ("frames", settings.Limits.Frames), ("threads", settings.Limits.Threads),
    }.Select(limit => KeyValuePair.Create(limit.Name, limit.Value.ToString(CultureInfo.InvariantCulture)));
}
