using System.Text.RegularExpressions;
using Tripod.Proof.Generation;

namespace Tripod.Proof.Checking;

/// <summary>Judges what the log says a frame's type parameters stand for: what its callers give, or their own names where nobody can tell.</summary>
internal sealed partial class NameJudge(Answers answers)
{
    private const string Parameter = "T";

    public bool IsRight(JudgedFrame frame) =>
        answers.TypeArgument(frame.Method) is not { } known
        || Arguments().Matches(frame.Logged.Method).All(match => match.Groups[1].Value is var shown && (shown == Parameter || shown == known));

    // of the author's methods; <lambda> and what the compiler names stand apart
    [GeneratedRegex(@"(?:\bM\d+|\bRun)<([^<>]+)>")]
    private static partial Regex Arguments();
}
