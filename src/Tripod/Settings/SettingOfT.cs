namespace Tripod.Settings;

/// <summary>A setting with its three sources, in order: option, variable, default.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
/// <param name="name">Long option without dashes.</param>
/// <param name="valueName">Name of the value in the help; null for a flag.</param>
/// <param name="description">One line of help.</param>
/// <param name="expected">What a valid value is, for the message about an invalid one.</param>
/// <param name="byDefault">Value without option and variable.</param>
/// <param name="parse">Reads a value; false if it is not valid.</param>
internal class Setting<T>(string name, string? valueName, string description, string expected, T byDefault, Setting<T>.Parser parse)
    : Setting(name, valueName, description)
{
    public delegate bool Parser(string text, out T value);

    /// <summary>The value in force.</summary>
    /// <exception cref="LaunchException">It is not valid.</exception>
    public T Read(IReadOnlyDictionary<string, string> options, Func<string, string?> environment)
    {
        if (options.TryGetValue(Option, out string? given))
            return Parse(Option, given);
        return environment(Variable) is { Length: > 0 } set ? Parse(Variable, set) : byDefault;
    }

    private T Parse(string source, string text) => parse(text, out T value)
        ? value
        : throw new LaunchException(ExitStatus.Failed, $"{source}: '{text}' is not valid; give {expected}");
}
