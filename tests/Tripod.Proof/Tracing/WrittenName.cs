using System.Text.RegularExpressions;

namespace Tripod.Proof.Tracing;

/// <summary>
/// What the author called the method that reflection names so: by the rules of C#'s compiler (Roslyn: GeneratedNames and
/// WellKnownMemberNames), which are written here once more on purpose, not taken from what is to be proven.
/// Without type arguments and parameters.
/// </summary>
internal static partial class WrittenName
{
    private const string Lambda = "{lambda}";

    /// <param name="type">Full name of the declaring type: nested ones behind <c>+</c>, the number of type parameters behind <c>`</c>.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="isSpecial">Accessors and operators are special.</param>
    public static string Of(string type, string method, bool isSpecial)
    {
        string[] types = Arity().Replace(type, "").Split('+');
        string[] written = [.. types.Where(name => !IsCompilers(name))];
        string innermost = written.Length == 0 ? "" : written[^1][(written[^1].LastIndexOf('.') + 1)..];
        string member = types[^1] is var last && StateMachine().Match(last) is { Success: true } machine
            ? InStateMachine(Member(machine.Groups[1].Value.Replace('-', '.'), innermost, true), method)
            : Member(method, innermost, isSpecial);
        return string.Join('.', written.Append(member));
    }

    /// <summary>Whether the compiler has written all of a method: the interfaces of a state machine, but not what the author's body has become.</summary>
    public static bool IsNobodys(string type, string method) =>
        StateMachine().IsMatch(Arity().Replace(type, "").Split('+')[^1]) && method != "MoveNext" && !method.StartsWith('<');

    /// <summary>A name of the log in the same form: without what stands in angle brackets, but for lambdas.</summary>
    public static string OfLogged(string name)
    {
        name = name.Replace("<lambda>", Lambda, StringComparison.Ordinal);
        int symbol = name.IndexOf("operator ", StringComparison.Ordinal);
        string tail = symbol < 0 ? "" : name[symbol..];
        return WithoutArguments(symbol < 0 ? name : name[..symbol]) + tail;
    }

    private static bool IsCompilers(string name) => name.StartsWith("<>c", StringComparison.Ordinal) || StateMachine().IsMatch(name);

    private static string InStateMachine(string author, string method) =>
        method is "MoveNext" or ".ctor" || method.StartsWith('<') ? author : $"{author}.{Member(method, "", true)}";

    private static string Member(string name, string type, bool isSpecial)
    {
        if (Function().Match(name) is { Success: true } function)
            return Member(function.Groups["outer"].Value, type, true) + "." + (function.Groups["name"] is { Success: true } local ? local.Value : Lambda);
        if (name is ".ctor" or ".cctor")
            return name is ".ctor" ? type : "static " + type;
        if (name == "Finalize")
            return "~" + type;
        name = WithoutArguments(name);
        string[] parts = name.Split('.');
        string member = isSpecial ? Special(parts[^1]) : parts[^1];
        return parts.Length == 1 ? member : $"{parts[^2]}.{member}"; // an interface's, explicitly
    }

    private static string Special(string name) => name switch
    {
        "get_Item" => "this[].get",
        "set_Item" => "this[].set",
        "op_Multiply" => "operator *",
        _ when Accessor().Match(name) is { Success: true } accessor => $"{accessor.Groups[2].Value}.{accessor.Groups[1].Value}",
        _ => name,
    };

    private static string WithoutArguments(string name)
    {
        while (Arguments().Replace(name, "") is var shorter && shorter != name)
            name = shorter;
        return name;
    }

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"^<(.+)>d(__.*)?$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^<(?<outer>.+)>(b__|g__(?<name>[^|]+)\|)")]
    private static partial Regex Function();

    [GeneratedRegex("^(get|set|add|remove)_(.+)$")]
    private static partial Regex Accessor();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Arguments();
}
