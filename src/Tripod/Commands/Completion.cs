namespace Tripod.Commands;

/// <summary>What the library that answers the shell's <c>[suggest:POSITION] LINE</c> does not know.</summary>
internal static class Completion
{
    private const string Directive = "[suggest:";

    /// <summary>Whether the word at the position is none of Tripod's: TARGET, what stands after it, or an option's value.</summary>
    public static bool IsTargets(string[] arguments)
    {
        if (arguments is not [var directive, var line] || !directive.StartsWith(Directive, StringComparison.Ordinal)
            || !int.TryParse(directive[Directive.Length..].TrimEnd(']'), out int position))
            return false;
        string[] words = line[..Math.Clamp(position, 0, line.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string word = line.EndsWith(' ') ? "" : words.LastOrDefault("");
        if (words is not [_, RunCommand.Name, .. var before] || before.Length == 0)
            return false;
        try
        {
            var run = RunArguments.Parse(word.Length == 0 ? before : before[..^1]);
            return run.Target is not null;
        }
        catch (LaunchException)
        {
            return true; // an option waits for its value, which may be a file
        }
    }
}
