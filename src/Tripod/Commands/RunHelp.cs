using System.Text;
using Tripod.Settings;

namespace Tripod.Commands;

/// <summary>What <c>tripod run --help</c> says.</summary>
internal static class RunHelp
{
    private const int Column = 24;

    private const string Head = """
        Usage: tripod run [options] TARGET [arguments…]

        Runs TARGET exactly as it runs without Tripod, and writes down every few seconds what all of its threads are doing.
        TARGET is a script (.csx, or - for standard input), a program (.dll, or an executable), a project (.csproj, or its
        folder) or a file-based app (.cs). Everything after it belongs to the target.

        Examples:
          tripod run slow.csx
          tripod run --interval 0.5 --output logs bin/Release/net10.0/App.dll --port 8080

        """;

    private const string Tail = """

        Every option has a variable, TRIPOD_INTERVAL for --interval; flags are 1 or 0 there. What is given as an option comes
        first, then the environment, then the file of variables.
        The exit status is the target's. Before it starts: 125 wrong use, 126 cannot be run, 127 not found, 1 does not compile.
        """;

    public static string Text
    {
        get
        {
            var text = new StringBuilder(Head);
            Append(text, "Options:", RunSettings.OfTheRun);
            Line(text, "-h, --help", "Show this help");
            Append(text, "Limits of what a sample shows:", LimitSettings.All);
            return text.Append(Tail).ToString();
        }
    }

    private static void Append(StringBuilder text, string title, IEnumerable<Setting> settings)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var setting in settings)
            Line(text, $"{setting.Option} {setting.ValueName}", setting.Description);
    }

    private static void Line(StringBuilder text, string left, string right) =>
        text.Append("  ").Append(left.PadRight(Column)).Append(right).Append('\n');
}
