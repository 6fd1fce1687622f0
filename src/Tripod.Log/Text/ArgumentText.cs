using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints a command line's arguments: quoted where a reader could mistake them, and without secrets.</summary>
internal static class ArgumentText
{
    private const string Redacted = "<redacted>";

    public static string Of(IReadOnlyList<string> arguments)
    {
        var parts = new string[arguments.Count];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = i > 0 && IsSecretOption(arguments[i - 1]) ? Redacted : Of(arguments[i]);
        return string.Join(' ', parts);
    }

    // --password hunter2: the name is an argument of its own.
    private static bool IsSecretOption(string argument) =>
        argument.StartsWith('-') && !HasValue(argument, out _) && SecretNames.IsSecret(argument);

    private static string Of(string argument)
    {
        if (!HasValue(argument, out int at))
            return SecretShapes.IsSecret(argument) ? Redacted : Quoted(argument);
        string name = argument[..at];
        if (SecretNames.IsSecret(name) || SecretShapes.IsSecret(argument))
            return $"{Quoted(name)}{argument[at]}{Redacted}";
        return Quoted(argument);
    }

    // --token=x, token=x, /token:x, "Authorization: x"
    private static bool HasValue(string argument, out int at) => (at = argument.AsSpan().IndexOfAny('=', ':')) > 0;

    private static string Quoted(string argument) => argument.Length > 0 && !argument.AsSpan().ContainsAny(" \"'\\")
        ? argument
        : $"\"{Escape.Literal(argument)}\"";
}
