using System.CommandLine;
using System.CommandLine.Invocation;

namespace Tripod.Commands;

/// <summary>What an option such as <c>--help</c> does: prints a text on stdout, plain, whatever the terminal can do.</summary>
internal sealed class PrintText(Func<string> text) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(text());
        return 0;
    }
}
