using System.Globalization;
using Tripod.Samples;
using Tripod.Settings;

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

    private const int Others = 4; // before the limits

    /// <summary>The command line without the process id.</summary>
    public IReadOnlyList<string> ToCommand() =>
    [
        Command, LogPath, StackVars ? "1" : "0", Statics ? "1" : "0", Raw ? "1" : "0",
        .. LimitSettings.All.Select(limit => limit.Get(Limits).ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Reads the command line after the subcommand's name; null if it is not one of ours.</summary>
    public static CollectArguments? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count != Others + LimitSettings.All.Count + 1)
            return null;
        int[] numbers = [.. arguments.Skip(Others).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1)];
        if (numbers[^1] <= 0)
            return null;
        try
        {
            int next = 0;
            var limits = LimitSettings.Read(_ => numbers[next++]);
            return new CollectArguments(arguments[0], arguments[1] == "1", arguments[2] == "1", arguments[3] == "1", limits, numbers[^1]);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
