using System.Diagnostics;

namespace Tripod.Log.Tests;

/// <summary>Another program, run to its end.</summary>
internal static class Command
{
    /// <summary>Its lines on stdout; fails if it fails.</summary>
    public static string[] Output(string program, params string[] arguments)
    {
        Assert.True(TryRun(program, arguments, out string output), $"{program} {string.Join(' ', arguments)}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static bool TryRun(string program, string[] arguments, out string output)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
