namespace Tripod.Log;

/// <summary>Names of logs: the target's, and six random letters and digits, as in <c>slow_process_tkM6Rt.log</c>.</summary>
internal static class LogName
{
    // A name has at most 255 bytes (NAME_MAX), and a character of these at most three.
    private const int Longest = 60;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A new name for the log of the target at a path. Chance only keeps names apart; O_EXCL is the safety, so no cryptography is loaded.</summary>
    public static string For(string target, string ending) => string.Concat(Stem(target), "_", Chance(), ending);

    private static string Chance() => string.Create(6, new Random(), (span, random) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = Alphabet[random.Next(Alphabet.Length)];
    });

    private static string Stem(string target)
    {
        string name = Path.GetFileNameWithoutExtension(target);
        if (name.Length > Longest)
            name = name[..Longest];
        string stem = string.Create(name.Length, name, (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = IsPlain(from[i], i) ? from[i] : '_';
        });
        return stem.Length == 0 ? "tripod" : stem;
    }

    // No surrogate is a letter, so that none can be cut in two. A leading dot would hide the log, a dash look like an option.
    private static bool IsPlain(char c, int at) => char.IsLetterOrDigit(c) || c == '_' || at > 0 && c is ('.' or '-');
}
