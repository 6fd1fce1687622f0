using Tripod.Settings;

namespace Tripod.Commands;

/// <summary>
/// The command line of <c>tripod run</c>, taken apart. Everything after TARGET belongs to the target, whatever it looks
/// like. System.CommandLine, which knows the same options for completion, would cost every start of a target some 7 ms.
/// </summary>
/// <param name="Options">Values of the options that were given, by name; a flag's is 1. The last one counts.</param>
/// <param name="Target">The target; null if there is none.</param>
/// <param name="Arguments">The target's own arguments.</param>
/// <param name="WantsHelp">Whether help was asked for before TARGET.</param>
internal sealed record RunArguments(IReadOnlyDictionary<string, string> Options, string? Target, string[] Arguments, bool WantsHelp = false)
{
    private const string Given = "1";

    /// <exception cref="LaunchException">An option before TARGET is unknown, lacks its value or takes none.</exception>
    public static RunArguments Parse(string[] arguments)
    {
        var options = new Dictionary<string, string>();
        int at = 0;
        while (at < arguments.Length && arguments[at] is ['-', _, ..] option && option != "--")
        {
            if (option is "--help" or "-h" or "-?")
                return new RunArguments(options, null, [], WantsHelp: true);
            at += Read(arguments, at, options);
        }
        if (at < arguments.Length && arguments[at] == "--")
            at++;
        return arguments.AsSpan(Math.Min(at, arguments.Length)) is [var target, .. var own]
            ? new RunArguments(options, target, own.ToArray())
            : new RunArguments(options, null, []);
    }

    /// <summary>Reads one option; how many arguments it takes up.</summary>
    private static int Read(string[] arguments, int at, Dictionary<string, string> options)
    {
        string option = arguments[at];
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? option : option[..equals];
        var setting = RunSettings.Find(name)
            ?? throw Misuse($"unknown option '{name}'; see 'tripod run --help', and put the target's own options after the target");
        if (setting.ValueName is null && equals >= 0)
            throw Misuse($"option '{name}' takes no value; leave out '{option[equals..]}'");
        if (setting.ValueName is not null && equals < 0 && at + 1 == arguments.Length)
            throw Misuse($"option '{name}' needs a value; see 'tripod run --help'");
        options[name] = setting.ValueName is null ? Given : equals < 0 ? arguments[at + 1] : option[(equals + 1)..];
        return setting.ValueName is null || equals >= 0 ? 1 : 2;
    }

    private static LaunchException Misuse(string message) => new(ExitStatus.Failed, message);
}
