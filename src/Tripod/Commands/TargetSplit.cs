using System.CommandLine;

namespace Tripod.Commands;

/// <summary>Everything after TARGET belongs to the target, whatever it looks like.</summary>
internal static class TargetSplit
{
    /// <summary>Puts <c>--</c> before the first argument that is no option of ours, so that the parser leaves the rest alone.</summary>
    /// <exception cref="LaunchException">An option before TARGET is unknown or lacks its value.</exception>
    public static IEnumerable<string> Mark(Command command, string[] arguments)
    {
        int target = Array.IndexOf(arguments, "--");
        int at = 0;
        while (at < arguments.Length && at != target && IsOption(arguments[at]))
            at += Length(command, arguments, at);
        return at == target ? arguments : [.. arguments[..Math.Min(at, arguments.Length)], "--", .. arguments[Math.Min(at, arguments.Length)..]];
    }

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-';

    private static int Length(Command command, string[] arguments, int at)
    {
        string name = arguments[at].Split('=', 2)[0];
        var option = command.Options.FirstOrDefault(o => o.Name == name || o.Aliases.Contains(name))
            ?? throw new LaunchException(ExitStatus.Failed, $"unknown option '{name}'; see 'tripod run --help', and put the target's own options after the target");
        bool hasValue = arguments[at].Contains('=');
        if (hasValue && option.Arity.MaximumNumberOfValues == 0)
            throw new LaunchException(ExitStatus.Failed, $"option '{name}' takes no value; leave out '{arguments[at][name.Length..]}'");
        if (hasValue || option.Arity.MaximumNumberOfValues == 0)
            return 1;
        return at + 1 < arguments.Length
            ? 2
            : throw new LaunchException(ExitStatus.Failed, $"option '{name}' needs a value; see 'tripod run --help'");
    }
}
