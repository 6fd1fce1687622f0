using System.Text;

namespace Tripod.Inspection.Values;

/// <summary>Names in the notation of reflection, as the DAC gives them.</summary>
internal static partial class CSharpNames
{
    /// <summary>
    /// <c>Pair`2[[System.Int32, System.Private.CoreLib],[System.String, …]]</c> and <c>Pair`2[System.Int32,System.String]</c>
    /// as <c>Pair&lt;System.Int32, System.String&gt;</c>.
    /// </summary>
    public static string FromReflection(string name)
    {
        int at = 0;
        string result = Type(name, ref at);
        return at == name.Length ? result : name;
    }

    /// <summary>The arguments in <c>[[System.Int32, System.Private.CoreLib],[System.String, …]]</c> at a place of a name, as C# writes them.</summary>
    public static IEnumerable<string> FromReflectionArguments(string name, ref int at) => ArgumentList(name, ref at).Select(Pretty);

    /// <summary>The arguments behind a type's name, as they are: <c>System.__Canon</c>.</summary>
    public static string[] ReflectionArguments(string name)
    {
        int at = name.IndexOf("[[", StringComparison.Ordinal);
        return at < 0 ? [] : [.. ArgumentList(name, ref at)];
    }

    private static string Type(string name, ref int at)
    {
        var result = new StringBuilder();
        int arity = 0;
        while (at < name.Length && name[at] is not (',' or ']'))
        {
            if (name[at] == '`')
                arity += Number(name, ref at);
            else if (name[at] == '[' && arity > 0 && at + 1 < name.Length && name[at + 1] is not (']' or ',' or '*'))
                (arity, _) = (0, result.Append('<').Append(Arguments(name, ref at)).Append('>'));
            else if (name[at] == '[')
                Copy(name, ref at, result);
            else
                result.Append(name[at++]);
        }
        return result.ToString();
    }

    private static string Arguments(string name, ref int at) => string.Join(", ", ArgumentList(name, ref at));

    private static List<string> ArgumentList(string name, ref int at)
    {
        var arguments = new List<string>();
        do
        {
            at++;
            bool isQualified = at < name.Length && name[at] == '[';
            if (isQualified)
                at++;
            arguments.Add(Type(name, ref at));
            // the assembly's name is behind the type's
            while (isQualified && at < name.Length && name[at++] != ']') { }
        }
        while (at < name.Length && name[at] == ',');
        at = Math.Min(at + 1, name.Length);
        return arguments;
    }

    private static int Number(string name, ref int at)
    {
        int number = 0;
        for (at++; at < name.Length && char.IsAsciiDigit(name[at]); at++)
            number = number * 10 + name[at] - '0';
        return number;
    }

    /// <summary>The brackets of an array.</summary>
    private static void Copy(string name, ref int at, StringBuilder result)
    {
        int end = name.IndexOf(']', at);
        end = end < 0 ? name.Length : end + 1;
        result.Append(name, at, end - at);
        at = end;
    }
}
