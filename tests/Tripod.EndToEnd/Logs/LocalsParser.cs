namespace Tripod.EndToEnd.Logs;

/// <summary>Reads the lines below <c>Local variables:</c>; a value's further lines are indented deeper than its first.</summary>
internal static class LocalsParser
{
    internal static IReadOnlyDictionary<string, string> Parse(string[] lines)
    {
        Dictionary<string, string> variables = [];
        string? current = null;
        int indent = lines.Length == 0 ? 0 : Indent(lines[0]);
        foreach (string line in lines)
        {
            if (Indent(line) == indent && LineKinds.Local().Match(line) is { Success: true } local)
                variables.Add(current = local.Groups["name"].Value, local.Groups["value"].Value);
            else if (current is not null)
                variables[current] += "\n" + line;
        }
        return variables;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
