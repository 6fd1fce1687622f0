using System.CommandLine;
using System.CommandLine.Invocation;
using Tripod.Native;

namespace Tripod.Commands;

/// <summary>What an option such as <c>--help</c> does: prints a text on stdout, plain, whatever the terminal can do.</summary>
internal sealed class PrintText(string text) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        StandardOutput.WriteLine(text);
        return 0;
    }
}
