using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints a command line's arguments: quoted where a reader could mistake them, and without secrets.</summary>
internal static class ArgumentText
{
    private const string Redacted = "<redacted>";

    /// <summary>All of them on one line.</summary>
    public static string Of(IReadOnlyList<string> arguments) => string.Join(' ', Parts(arguments, Quoted));

    /// <summary>Each as it is.</summary>
    public static string[] WithoutSecrets(IReadOnlyList<string> arguments) => Parts(arguments, argument => argument);

    private static string[] Parts(IReadOnlyList<string> arguments, Func<string, string> print)
    {
        var parts = new string[arguments.Count];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = i > 0 && IsSecretOption(arguments[i - 1]) ? Redacted : Of(arguments[i], print);
        return parts;
    }

    // --password hunter2: the name is an argument of its own.
    private static bool IsSecretOption(string argument) =>
        argument.StartsWith('-') && !HasValue(argument, out _) && SecretNames.IsSecret(argument);

    private static string Of(string argument, Func<string, string> print)
    {
        if (!HasValue(argument, out int at))
            return SecretShapes.IsSecret(argument) ? Redacted : print(argument);
        string name = argument[..at];
        if (SecretNames.IsSecret(name) || SecretShapes.IsSecret(argument))
            return $"{print(name)}{argument[at]}{Redacted}";
        return print(argument);
    }

    // --token=x, token=x, /token:x, "Authorization: x"
    private static bool HasValue(string argument, out int at) => (at = argument.AsSpan().IndexOfAny('=', ':')) > 0;

    private static string Quoted(string argument) => argument.Length > 0 && !argument.AsSpan().ContainsAny(" \"'\\")
        ? argument
        : $"\"{Escape.Literal(argument)}\"";
}
