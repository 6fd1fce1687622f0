using System.Buffers;
using System.Collections.Frozen;

namespace Tripod.Samples;

/// <summary>
/// Tells by its name whether something holds a secret: a variable, field, property, parameter, option or dictionary
/// key. Names are compared word by word, so that <c>apiKey</c>, <c>API_KEY</c> and <c>api-key</c> are secret and
/// <c>keyboard</c> and <c>monkey</c> are not. A name that only tells about a secret (<c>tokenCount</c>) is not one.
/// </summary>
public static class SecretNames
{
    /// <summary>Secret wherever they stand, also inside a run of letters such as <c>mypassword</c>: no other word contains them.</summary>
    private static readonly SearchValues<string> Anywhere = SearchValues.Create(
        ["password", "passwd", "passphrase", "passwort", "kennwort", "contraseña", "apikey", "accesskey", "secretkey", "privatekey",
         "credential", "connectionstring", "clientsecret", "authtoken", "accesstoken", "refreshtoken", "bearertoken"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Words = Set(
        "pwd", "passcode", "passkey", "secret", "secrets", "token", "tokens", "key", "authorization", "cred", "creds", "cookie",
        "cookies", "connstring", "connstr", "bearer", "jwt", "sas", "certificate", "certificates", "cert", "certs", "pfx",
        "otp", "totp", "ssn", "cvv", "cvc", "pincode", "idtoken", "sharedkey", "signingkey", "encryptionkey", "authkey");

    /// <summary>Two words that are secret together, where one of them alone is not.</summary>
    private static readonly FrozenSet<(string, string)> Pairs = new (string, string)[]
    {
        ("connection", "string"), ("connection", "strings"), ("conn", "string"), ("conn", "str"), ("pass", "word"), ("pass", "phrase"),
        ("pass", "code"), ("pin", "code"), ("basic", "auth"), ("api", "keys"), ("access", "keys"), ("secret", "keys"),
        ("private", "keys"), ("signing", "keys"), ("encryption", "keys"), ("ssh", "keys"), ("db", "pass"), ("user", "pass"),
        ("smtp", "pass"), ("mail", "pass"), ("ftp", "pass"), ("admin", "pass"), ("root", "pass"), ("login", "pass"),
        ("mysql", "pass"), ("redis", "pass"), ("proxy", "pass"), ("my", "pass"), ("account", "pass"),
    }.ToFrozenSet();

    /// <summary>Two words of which the second alone would be secret.</summary>
    private static readonly FrozenSet<(string, string)> Harmless = new (string, string)[]
    {
        ("cancellation", "token"), ("change", "token"), ("syntax", "token"), ("metadata", "token"), ("cancellation", "tokens"),
        ("syntax", "tokens"), ("public", "key"), ("foreign", "key"),
    }.ToFrozenSet();

    /// <summary>As the last word, these say that the name tells about a secret: how long, what kind, where it is.</summary>
    private static readonly FrozenSet<string> About = Set(
        "count", "length", "size", "bits", "index", "type", "kind", "name", "names", "comparer", "selector", "provider", "factory",
        "expiry", "expires", "expiration", "lifetime", "timeout", "ttl", "endpoint", "file", "path", "source", "changed");

    /// <summary>Whether <paramref name="name"/>, raw or escaped, in any of the usual cases, says that its value is a secret.</summary>
    public static bool IsSecret(ReadOnlySpan<char> name)
    {
        if (name.IndexOfAny(Anywhere) < 0 && !HasSecretWord(name))
            return false;
        return !Contains(About, LastWord(name));
    }

    private static bool HasSecretWord(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> previous = default;
        foreach (var word in new NameWords(name))
        {
            if (Contains(Words, word) && !Contains(Harmless, previous, word) || Contains(Pairs, previous, word))
                return true;
            previous = word;
        }
        return name.Equals("auth", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> last = default;
        foreach (var word in new NameWords(name))
            last = word;
        return last;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool Contains(FrozenSet<(string First, string Second)> pairs, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.IsEmpty)
            return false;
        foreach (var pair in pairs.Items)
            if (second.Equals(pair.Second, StringComparison.OrdinalIgnoreCase) && first.Equals(pair.First, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
