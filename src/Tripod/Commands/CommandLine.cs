using Tripod.Collect;
using Tripod.Native;
using Tripod.Samples;

namespace Tripod.Commands;

/// <summary>The command <c>tripod</c>: finds the subcommand, turns failures into one line and an exit status.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line; returns only if no target was started.</summary>
    public static int Run(string[] arguments)
    {
        // The collector is no command of the user's: it is in no help and starts without the parser.
        if (arguments is [CollectArguments.Command, .. var collect])
            return CollectCommand.Run(collect);
        try
        {
            return arguments is [RunCommand.Name, .. var run] ? RunCommand.Run(run) : Root.Run(arguments);
        }
        catch (LaunchException e)
        {
            return Fail(e.ExitStatus, e.Message);
        }
        catch (TripodException e)
        {
            return Fail(ExitStatus.Failed, e.Message);
        }
    }

    private static int Fail(int status, string message)
    {
        StandardError.WriteLine($"tripod: {Escape.Text(message)}");
        return status;
    }
}
