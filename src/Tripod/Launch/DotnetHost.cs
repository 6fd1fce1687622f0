using System.Runtime.InteropServices;

namespace Tripod.Launch;

/// <summary>The command <c>dotnet</c>.</summary>
internal static class DotnetHost
{
    /// <summary>The one that a shell would start: the first on PATH, else that of the runtime Tripod itself runs on.</summary>
    public static string OfTheUser() => OnPath() ?? Own();

    /// <summary>The one whose runtime Tripod runs on: what the collector needs, whatever PATH says.</summary>
    /// <remarks>The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION (docs: "dotnet install locations").</remarks>
    public static string Own() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    private static string? OnPath()
    {
        foreach (string directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            string candidate = Path.Combine(directory, "dotnet");
            if (Executable.MayRun(candidate))
                return candidate;
        }
        return null;
    }
}
