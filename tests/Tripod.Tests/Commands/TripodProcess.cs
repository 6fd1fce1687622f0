using System.Diagnostics;

namespace Tripod.Tests.Commands;

/// <summary>What one run of the command printed, and how it ended.</summary>
internal sealed record TripodProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>The command as it was built, beside this assembly.</summary>
    public static string Command { get; } = Path.Combine(AppContext.BaseDirectory, "Tripod.dll");

    public static TripodProcess Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Command, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new TripodProcess(process.ExitCode, output, errors.Result);
    }
}
