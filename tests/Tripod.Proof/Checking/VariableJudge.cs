using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Logs;
using Tripod.Proof.Generation;

namespace Tripod.Proof.Checking;

/// <summary>Judges what the log shows of a variable by its name and by the line that its frame stands on.</summary>
internal sealed partial class VariableJudge(Answers answers)
{
    private const string Unavailable = "<unavailable>", NotAssigned = "<not assigned yet>", Unreadable = "<unreadable>";

    /// <summary>The verdict; null for variables of no rule.</summary>
    public Verdict? Of(JudgedFrame frame, string name, string text, out string why)
    {
        why = "";
        string? wrong = Rule(frame, name) is { } rule ? Wrong(frame, name, text, rule) : null;
        if (wrong is null)
            return null;
        why = wrong;
        return wrong.Length > 0 ? Verdict.Wrong
            : text switch { Unavailable => Verdict.Unavailable, NotAssigned => Verdict.NotAssigned, Unreadable => Verdict.Unreadable, _ => Verdict.Right };
    }

    /// <summary>Whether the method has given the variable its value, and uses it again later.</summary>
    public bool IsLive(JudgedFrame frame, string name) =>
        answers.Variable(frame.Method, name) is { } answer && answer.IsUsedAfter(frame.Logged.Line);

    /// <summary>Empty if nothing is wrong.</summary>
    private string Wrong(JudgedFrame frame, string name, string text, Func<string, bool> rule)
    {
        int line = frame.Logged.Line;
        var answer = answers.Variable(frame.Method, name);
        if (text is Unavailable or Unreadable)
            return "";
        if (text == NotAssigned)
            return answer is null || answer.AssignedBy < line ? $"it was assigned on line {answer?.AssignedBy}" : "";
        if (!rule(WhiteSpace().Replace(text, "")))
            return "by its rule it has another value";
        return answer is not null && frame.IsExact && line > 0 && line < answer.AssignedFrom ? $"it is assigned on line {answer.AssignedFrom}" : "";
    }

    /// <summary>Whether a text is the value, from which all white space was taken.</summary>
    private Func<string, bool>? Rule(JudgedFrame frame, string name)
    {
        if (name == "site")
            return text => Number(text) is { } site && answers.Line((int)site)?.Callee == frame.Method;
        if (name == "this")
            return answers.This(frame.Method) is { } known && !frame.Logged.Method.EndsWith($".M{frame.Method}", StringComparison.Ordinal) ? text => text == known : null;
        if (Name().Match(name) is not { Success: true } match)
            return null;
        int id = int.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture);
        return name[0] switch
        {
            'q' => text => "siqp".Any(letter => VariableKind.Of(letter)?.Text(id) == text),
            'k' or 'x' => text => Number(text) is >= 0 and <= 4,
            'j' => text => Number(text) is { } number && IsRound(frame.Logged, id, number - id * 100L),
            'w' => text => Number(text) is { } number && IsPhase(frame, name, number - id * 10L),
            var letter => VariableKind.Of(letter) is { } kind ? text => kind.Text(id) == text : null,
        };
    }

    /// <summary>Whether it follows from the loop's own variable, as far as the log has that.</summary>
    private static bool IsRound(LoggedFrame frame, int id, long round)
    {
        bool isFor = frame.Locals.TryGetValue($"k{id}", out string? exact);
        long? counter = Number(isFor ? exact! : frame.Locals.GetValueOrDefault($"x{id}", ""));
        return counter is { } known ? round == known || !isFor && round == known - 1 : round is >= 0 and <= 4;
    }

    private bool IsPhase(JudgedFrame frame, string name, long phase)
    {
        if (answers.Variable(frame.Method, name) is not { } answer)
            return false;
        int now = answer.Phase(frame.Logged.Line);
        bool isAnywhere = frame.Logged.Line == 0 || frame.Logged.MayBeInlined && frame.Above is not null;
        return phase == now || isAnywhere && phase is >= 0 and <= 9 || !frame.IsExact && answer.Changes(frame.Logged.Line) && phase == now + 1;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    [GeneratedRegex(@"^[a-z](?<id>\d+)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
