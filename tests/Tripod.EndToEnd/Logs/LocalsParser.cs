namespace Tripod.EndToEnd.Logs;

/// <summary>Reads the lines below <c>Local variables:</c>; a value's further lines are not <c>name = value</c> at that indent.</summary>
internal static class LocalsParser
{
    internal static IReadOnlyDictionary<string, string> Parse(string[] lines)
    {
        Dictionary<string, string> variables = [];
        string? current = null;
        foreach (string line in lines)
        {
            if (LineKinds.Local().Match(line) is { Success: true } local)
                variables[current = local.Groups["name"].Value] = local.Groups["value"].Value;
            else if (current is not null)
                variables[current] += "\n" + line;
        }
        return variables;
    }
}
