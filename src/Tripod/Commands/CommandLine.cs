using System.CommandLine;
using System.CommandLine.Parsing;
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
            return Invoke(arguments);
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

    private static int Invoke(string[] arguments)
    {
        if (arguments is [RunCommand.Name, .. var run])
            return RunCommand.Run(run);
        // A file name may begin with @, which would name a file of arguments.
        var result = Root.Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // [suggest] asks about a command line that is not complete yet
        if (result.Tokens is [{ Type: TokenType.Directive }, ..])
            return result.Invoke();
        if (result.UnmatchedTokens is [var unknown, ..])
            return Fail(ExitStatus.Failed, $"unknown command or option '{unknown}'; see 'tripod --help'");
        if (result.Errors is [var error, ..])
            return Fail(ExitStatus.Failed, $"{error.Message.TrimEnd('.')}; see 'tripod --help'");
        return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static int Fail(int status, string message)
    {
        StandardError.WriteLine($"tripod: {Escape.Text(message)}");
        return status;
    }
}
