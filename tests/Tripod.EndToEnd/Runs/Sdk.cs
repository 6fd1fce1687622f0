using System.Diagnostics;

namespace Tripod.EndToEnd.Runs;

/// <summary>The SDK, for targets that a test builds from a few lines.</summary>
internal static class Sdk
{
    /// <summary>No server of the SDK's outlives a run; they know nothing of tests.</summary>
    internal static Dictionary<string, string?> NoServers => new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has its output.</exception>
    internal static void Run(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo(Artifacts.Dotnet, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach ((string name, string? value) in NoServers)
            info.Environment[name] = value;
        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}:\n{output}");
    }
}
