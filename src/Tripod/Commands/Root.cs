using System.CommandLine;
using System.CommandLine.Help;

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

    /// <summary>The root command, which also answers the shell's <c>[suggest]</c>.</summary>
    public static RootCommand Create()
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
