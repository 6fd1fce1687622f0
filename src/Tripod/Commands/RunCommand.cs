using System.CommandLine;
using System.CommandLine.Help;
using Tripod.Launch;
using Tripod.Native;
using Tripod.Settings;

namespace Tripod.Commands;

/// <summary><c>tripod run [options] TARGET [arguments…]</c></summary>
internal static class RunCommand
{
    public const string Name = "run";

    /// <summary>Runs it; returns only if no target was started.</summary>
    /// <exception cref="LaunchException">It is misused, or the target cannot be run.</exception>
    public static int Run(string[] commandLine)
    {
        var arguments = RunArguments.Parse(commandLine);
        if (arguments.WantsHelp)
        {
            StandardOutput.WriteLine(RunHelp.Text);
            return 0;
        }
        if (string.IsNullOrEmpty(arguments.Target))
            throw new LaunchException(ExitStatus.Failed, "no target; give a script, a program or a project, as in 'tripod run ./script.csx'");
        return Launcher.Run(arguments.Target, arguments.Arguments, RunSettings.Read(arguments.Options, Environment.GetEnvironmentVariable));
    }

    /// <summary>The command as the shell's completion sees it.</summary>
    public static Command Describe()
    {
        var command = new Command(Name) { new Argument<string[]>("TARGET") };
        foreach (var setting in RunSettings.All)
        {
            var arity = setting.ValueName is null ? ArgumentArity.Zero : ArgumentArity.ExactlyOne;
            command.Options.Add(new Option<string?>(setting.Option) { Arity = arity });
        }
        command.Options.Add(new HelpOption("--help", "-h", "-?"));
        return command;
    }
}
