namespace Tripod.EndToEnd.Logs;

/// <summary>Takes <c>url="https://…", pair=(1, 2), retries=3</c> apart.</summary>
internal static class VariableList
{
    internal static IReadOnlyDictionary<string, string> Parse(string list)
    {
        Dictionary<string, string> variables = [];
        foreach (string part in Parts(list))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                variables.Add(part[..equals].Trim(), part[(equals + 1)..].Trim());
        }
        return variables;
    }

    /// <summary>Splits at the commas that stand in no quotes and no brackets.</summary>
    private static IEnumerable<string> Parts(string list)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            char c = list[i];
            if (c is '"' or '\'')
                i = EndOfQuotes(list, i);
            else if (c is '(' or '[' or '{' or '<')
                depth++;
            else if (c is ')' or ']' or '}' || c == '>' && list[i - 1] != '=')
                depth--;
            else if (c == ',' && depth == 0)
            {
                yield return list[start..i];
                start = i + 1;
            }
        }
        yield return list[start..];
    }

    private static int EndOfQuotes(string list, int start)
    {
        int i = start + 1;
        while (i < list.Length && list[i] != list[start])
            i += list[i] == '\\' ? 2 : 1;
        return i;
    }
}
