using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>
/// Decides what is withheld. Under a secret name null, booleans, enum members, types, delegates and cancellation
/// tokens are shown, since they give nothing away; numbers only if the name says no more than key or token
/// (<c>foreach (int key …)</c>); all else is withheld as a whole, so that no part of it slips through.
/// </summary>
internal static class Secrets
{
    /// <summary>What the name of a variable, field or dictionary entry says about its value.</summary>
    public static Secrecy Of(string name) =>
        !SecretNames.IsSecret(name) ? Secrecy.Open : SaysOnlyKey(name) ? Secrecy.UnlessNumber : Secrecy.Secret;

    /// <summary>What a dictionary's key says about the value beside it.</summary>
    public static Secrecy Of(Value key) => key switch
    {
        StringValue text => Of(text.Text.TrimStart('-', '/')),
        Scalar scalar => Of(scalar.Text),
        _ => Secrecy.Open,
    };

    /// <summary>Withholds a value that was read before its name was known.</summary>
    public static Value Withhold(Value value, Secrecy secrecy) => value switch
    {
        _ when secrecy is Secrecy.Open => value,
        NoValue or Scalar { Text: "null" or "true" or "false" } => value,
        Scalar { Text: [>= '0' and <= '9', ..] or ['-', ..] } when secrecy is Secrecy.UnlessNumber => value,
        _ => Value.Redacted,
    };

    /// <summary>
    /// Withholds what follows a secret name in a row of values: the arguments <c>--password hunter2</c> and
    /// <c>--token=x</c>, and the tuple <c>("Authorization", x)</c>.
    /// </summary>
    public static void WithholdFollowers(IList<Value> values, bool alsoPlainNames)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is not StringValue { Text: var text })
                continue;
            bool isOption = text.StartsWith('-') || text.StartsWith('/');
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (isOption && equals > 0 && Of(text[..equals]) is not Secrecy.Open)
                values[i] = Value.Redacted;
            else if ((isOption || alsoPlainNames) && equals < 0 && i + 1 < values.Count && Of(values[i]) is not Secrecy.Open && IsText(values[i + 1]))
                values[++i] = Value.Redacted;
        }
    }

    /// <summary>Withholds the member Value of an object whose Name or Key says that it is secret: headers, settings, claims.</summary>
    public static void WithholdNamed(List<Member> members)
    {
        if (!members.Exists(member => IsNaming(member.Name) && member.Value is StringValue && Of(member.Value) is not Secrecy.Open))
            return;
        for (int i = 0; i < members.Count; i++)
            if (!IsNaming(members[i].Name) && members[i].Value is not Scalar)
                members[i] = members[i] with { Value = Value.Redacted };
    }

    private static bool IsNaming(string member) => member.Trim('_').ToUpperInvariant() is "NAME" or "KEY" or "TYPE";

    private static bool IsText(Value value) => value is not Scalar;

    private static bool SaysOnlyKey(string name) =>
        name.EndsWith("key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("token", StringComparison.OrdinalIgnoreCase) ||
        name.EndsWith("tokens", StringComparison.OrdinalIgnoreCase);
}
