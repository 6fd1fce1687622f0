using System.CommandLine;
using System.CommandLine.Help;
using Tripod.Launch;
using Tripod.Settings;

namespace Tripod.Commands;

/// <summary><c>tripod run [options] TARGET [args…]</c></summary>
internal static class RunCommand
{
    public const string Name = "run";

    public static Command Create()
    {
        var target = new Argument<string?>("TARGET") { Arity = ArgumentArity.ZeroOrOne };
        var arguments = new Argument<string[]>("ARGUMENTS");
        var command = new Command(Name, "Run a program or a script exactly as it runs without Tripod, and sample it.") { target, arguments };
        foreach (var option in RunSettings.Options)
            command.Options.Add(option);
        command.Options.Add(new HelpOption("--help", "-h", "-?") { Action = new PrintText(() => RunHelp.Text) });
        command.SetAction(result => Run(result, result.GetValue(target), result.GetValue(arguments) ?? []));
        return command;
    }

    private static int Run(ParseResult result, string? target, string[] arguments)
    {
        if (string.IsNullOrEmpty(target))
            throw new LaunchException(ExitStatus.Failed, "no target; give a script, a program or a project, as in 'tripod run ./script.csx'");
        var settings = RunSettings.Read(result, Environment.GetEnvironmentVariable);
        return Launcher.Run(target, arguments, settings);
    }
}
