using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Runtime.CompilerServices;

namespace Tripod.Commands;

/// <summary><c>tripod</c> itself: what it is told without a subcommand.</summary>
internal static class Root
{
    private const string Help = """
        Runs a .NET program or a C# script and writes down, every few seconds, what all of its threads are doing.

        Usage: tripod run [options] TARGET [arguments…]

        Examples:
          tripod run slow.csx
          tripod run bin/Release/net10.0/App.dll --port 8080

        Commands:
          run          Run TARGET exactly as it runs without Tripod, and sample it; see 'tripod run --help'

        Options:
          -h, --help   Show this help
          --version    Show the version
        """;

    /// <summary>Answers what is no run.</summary>
    /// <exception cref="LaunchException">It is no command of ours.</exception>
    // not inlined: a run shall not wait for the parser to be loaded
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(string[] arguments)
    {
        // A file name may begin with @, which would name a file of arguments.
        var result = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // [suggest] asks about a command line that is not complete yet
        if (result.Tokens is [{ Type: TokenType.Directive }, ..])
            return Completion.IsTargets(arguments) ? 0 : result.Invoke();
        if (result.UnmatchedTokens is [var unknown, ..])
            throw new LaunchException(ExitStatus.Failed, $"unknown command or option '{unknown}'; see 'tripod --help'");
        if (result.Errors.Count > 0)
            throw new LaunchException(ExitStatus.Failed, "no command; give 'run' and a target, as in 'tripod run ./script.csx', or see 'tripod --help'");
        return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>The root command, which also answers the shell's <c>[suggest]</c>.</summary>
    private static RootCommand Create()
    {
        var root = new RootCommand { RunCommand.Describe() };
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Recursive = false; // 'run' has its own
                option.Action = new PrintText(Help);
            }
            else if (option is VersionOption)
                option.Action = new PrintText($"tripod {ProductVersion.Text}");
        }
        return root;
    }
}
