using System.Globalization;
using Tripod.Samples;

namespace Tripod.Collect;

/// <summary>What the collector is told on its command line: by the launcher, and last by the watchdog the target's process id.</summary>
/// <param name="LogPath">The log, which exists.</param>
/// <param name="StackVars">Whether arguments and locals are read.</param>
/// <param name="Statics">Whether static fields are read with them.</param>
/// <param name="Raw">Whether stacks are shown as they are.</param>
/// <param name="Limits">How much is read and written.</param>
/// <param name="TargetPid">The target; 0 while the launcher does not know it.</param>
internal sealed record CollectArguments(string LogPath, bool StackVars, bool Statics, bool Raw, Limits Limits, int TargetPid = 0)
{
    public const string Command = "collect";

    private const int Count = 14;

    /// <summary>The command line without the process id.</summary>
    public IReadOnlyList<string> ToCommand() =>
    [
        Command, LogPath, StackVars ? "1" : "0", Statics ? "1" : "0", Raw ? "1" : "0",
        Text(Limits.Depth), Text(Limits.Items), Text(Limits.StringLength), Text(Limits.Nodes), Text(Limits.Frames), Text(Limits.Threads),
        Text(Limits.AsyncTime), Text(Limits.Chains), Text(Limits.StaticTypes),
    ];

    /// <summary>Reads the command line after the subcommand's name; null if it is not one of ours.</summary>
    public static CollectArguments? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count != Count)
            return null;
        int[] numbers = [.. arguments.Skip(4).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1)];
        if (numbers[9] <= 0)
            return null;
        try
        {
            var limits = new Limits
            {
                Depth = numbers[0],
                Items = numbers[1],
                StringLength = numbers[2],
                Nodes = numbers[3],
                Frames = numbers[4],
                Threads = numbers[5],
                AsyncTime = numbers[6],
                Chains = numbers[7],
                StaticTypes = numbers[8],
            };
            return new CollectArguments(arguments[0], arguments[1] == "1", arguments[2] == "1", arguments[3] == "1", limits, numbers[9]);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
