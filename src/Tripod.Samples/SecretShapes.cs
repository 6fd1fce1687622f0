using System.Buffers;
using System.Text.RegularExpressions;

namespace Tripod.Samples;

/// <summary>
/// Tells by its shape whether a text holds a secret, whatever it is called. The text may have been cut at its end.
/// Every pattern is linear in the length of the text: repetitions are bounded or cannot overlap.
/// </summary>
public static partial class SecretShapes
{
    /// <summary>Every shape but the URL's has one of these in it: most texts have none, and are told in a tenth of a microsecond.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["passw", "pwd", "passphrase", "secret", "key", "token", "authorization", "signature", "sig=", "cookie", "bearer", "basic",
         "-----BEGIN", "eyJ", "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "xox", "sk-", "sk_", "rk-", "rk_",
         "AIza", "npm_"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether <paramref name="text"/> contains a password or key in a connection string, query, form or JSON text,
    /// an HTTP <c>Bearer</c> or <c>Basic</c> credential, a PEM private key, a JWT, a URL with <c>user:password@</c>,
    /// or a token with a well-known prefix.
    /// </summary>
    public static bool IsSecret(ReadOnlySpan<char> text) =>
        text.ContainsAny(Signs) && HasSignedShape(text) || text.Contains("://", StringComparison.Ordinal) && UrlWithPassword().IsMatch(text);

    private static bool HasSignedShape(ReadOnlySpan<char> text) =>
        Assignment().IsMatch(text) || Bearer().IsMatch(text) || HasBasic(text) || PrivateKey().IsMatch(text) || Jwt().IsMatch(text) || KnownPrefix().IsMatch(text);

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Plain | RegexOptions.IgnoreCase;

    [GeneratedRegex("""
        (password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|shared[_-]?access[_-]?(key|signature)|(access|refresh|id|auth|session|csrf|security)[_-]?token|(proxy-)?authorization)(\\?["'])?\s{0,4}[=:]\s{0,4}[^\s;&,]|([?&;]|\b)(sig|token|key)=[\w%+/.~-]{16,}|"(token|key|cookie)\\?"\s{0,4}:\s{0,4}\\?"
        """, AnyCase)]
    private static partial Regex Assignment();

    /// <summary>RFC 6750. Prose such as "Bearer authentication" has neither a digit nor twenty characters.</summary>
    [GeneratedRegex(@"\bbearer\s{1,4}((?=[a-z._~+/=-]{0,256}\d)[\w.~+/=-]{8}|[\w.~+/=-]{20})|^bearer\s\S+$", AnyCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\bbasic\s{1,4}[a-z0-9+/]{6,1024}", AnyCase)]
    private static partial Regex Basic();

    [GeneratedRegex(@"-----BEGIN [A-Z0-9 ]{0,40}(PRIVATE KEY|$)", Plain)]
    private static partial Regex PrivateKey();

    /// <summary>RFC 7519: base64url of <c>{"</c> begins with eyJ.</summary>
    [GeneratedRegex(@"\beyJ[\w-]{10,}(\.|$)", Plain)]
    private static partial Regex Jwt();

    /// <summary>RFC 3986 user information; also where the text was cut before the @. A port is at most five digits.</summary>
    [GeneratedRegex(@"://[^\s/@:?#]{0,256}:(?!\d{0,5}([/?#]|$))[^\s@]{1,256}@|://[^\s/@:?#\[]{1,256}:(?!\d{1,5}\W{0,3}$)[^\s@/?#""]{1,256}$", Plain)]
    private static partial Regex UrlWithPassword();

    /// <summary>AWS, GitHub, GitLab, Slack, Stripe and OpenAI, Google, npm: as their documentation says.</summary>
    [GeneratedRegex(@"\b((AKIA|ASIA)[0-9A-Z]{16}|gh[opsur]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|xox[abeoprs]-[\w-]{10}|(sk|rk)[-_][\w-]{20}|AIza[\w-]{30}|npm_\w{30})", Plain)]
    private static partial Regex KnownPrefix();

    /// <summary>RFC 7617: what follows <c>Basic</c> is the base64 of <c>user:password</c>; prose is not.</summary>
    private static bool HasBasic(ReadOnlySpan<char> text)
    {
        Span<byte> decoded = stackalloc byte[768];
        foreach (var match in Basic().EnumerateMatches(text))
        {
            var encoded = text.Slice(match.Index, match.Length)["basic".Length..].TrimStart();
            encoded = encoded[..(encoded.Length & ~3)];
            if (Convert.TryFromBase64Chars(encoded, decoded, out int written) && decoded[..written].Contains((byte)':'))
                return true;
        }
        return false;
    }
}
