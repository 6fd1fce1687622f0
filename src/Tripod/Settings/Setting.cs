using System.CommandLine;

namespace Tripod.Settings;

/// <summary>One setting with its three sources, in order: option, environment variable, default.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
internal sealed class Setting<T>
{
    // what a flag's presence stands for
    private const string Given = "1";

    private readonly T _default;
    private readonly Parser _parse;
    private readonly string _expected;

    /// <param name="name">Long option without dashes; the variable's name follows from it.</param>
    /// <param name="valueName">Name of the value in the help; null for a flag, whose option takes no value.</param>
    /// <param name="description">One line of help.</param>
    /// <param name="expected">What a valid value is, for the message about an invalid one.</param>
    /// <param name="byDefault">Value without option and variable.</param>
    /// <param name="parse">Reads a value; false if it is not valid.</param>
    public Setting(string name, string? valueName, string description, string expected, T byDefault, Parser parse)
    {
        _default = byDefault;
        _parse = parse;
        _expected = expected;
        Variable = "TRIPOD_" + name.Replace('-', '_').ToUpperInvariant();
        Option = new Option<string?>("--" + name)
        {
            HelpName = valueName,
            Description = description,
            Arity = valueName is null ? ArgumentArity.Zero : ArgumentArity.ExactlyOne,
        };
    }

    public delegate bool Parser(string text, out T value);

    public Option<string?> Option { get; }

    public string Variable { get; }

    /// <summary>The value in force.</summary>
    /// <exception cref="LaunchException">It is not valid.</exception>
    public T Read(ParseResult arguments, Func<string, string?> environment)
    {
        if (arguments.GetResult(Option) is not null)
            return Parse(Option.Name, Option.HelpName is null ? Given : arguments.GetValue(Option) ?? "");
        return environment(Variable) is { Length: > 0 } set ? Parse(Variable, set) : _default;
    }

    private T Parse(string source, string text) => _parse(text, out T value)
        ? value
        : throw new LaunchException(ExitStatus.Failed, $"{source}: '{text}' is not valid; give {_expected}");
}
