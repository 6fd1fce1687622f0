using System.CommandLine;
using Tripod.Launch;
using Tripod.Settings;

namespace Tripod.Commands;

/// <summary><c>tripod run [options] TARGET [args…]</c></summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var target = new Argument<string?>("TARGET")
        {
            Description = "A C# script (.csx) or a .NET program (.dll)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var arguments = new Argument<string[]>("ARGUMENTS") { Description = "Everything after TARGET is the target's own" };
        var command = new Command("run", "Run TARGET exactly as it runs without Tripod, and sample it.") { target, arguments };
        foreach (var option in RunSettings.Options)
            command.Options.Add(option);
        command.SetAction(result => Run(result, result.GetValue(target), result.GetValue(arguments) ?? []));
        return command;
    }

    private static int Run(ParseResult result, string? target, string[] arguments)
    {
        if (string.IsNullOrEmpty(target))
            throw new LaunchException(ExitStatus.Failed, "no target; give a .csx script or a .dll, as in 'tripod run ./script.csx'");
        var settings = RunSettings.Read(result, Environment.GetEnvironmentVariable);
        return Launcher.Run(target, arguments, settings);
    }
}
