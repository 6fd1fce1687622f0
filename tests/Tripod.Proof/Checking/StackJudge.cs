using Tripod.Proof.Generation;

namespace Tripod.Proof.Checking;

/// <summary>Judges frames by what each line calls.</summary>
internal sealed class StackJudge(Answers answers)
{
    private const string Support = "Proof.";

    /// <summary>Whether each frame was called by the one below it, and the oldest is where a walk begins, or what the runtime calls: the rest of an async method, a finalizer.</summary>
    /// <param name="frames">The program's frames of a thread, the oldest first.</param>
    /// <param name="isWalker">The thread walks; else it is one of the thread pool.</param>
    /// <param name="why">What is wrong with them.</param>
    public bool IsComplete(List<JudgedFrame> frames, bool isWalker, out string why)
    {
        why = "no frame of the program";
        if (frames.Count == 0)
            return false;
        why = $"begins with {frames[0].Logged.Method}";
        if (isWalker ? frames[0].Method != ProgramGenerator.RootNumber : !answers.IsRoot(frames[0].Method))
            return false;
        for (int i = 1; i < frames.Count; i++)
        {
            why = $"{frames[i].Logged.Method} on {frames[i - 1].Logged.Method} line {frames[i - 1].Logged.Line}";
            if (!IsLink(frames[i - 1], frames[i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether a frame's line is that of the call that it is in; of the newest frame, whether it belongs to the method. Null if the log does not tell what was called.</summary>
    public bool? IsLineRight(List<JudgedFrame> frames, JudgedFrame frame)
    {
        int line = frame.Logged.Line;
        if (line == 0)
            return null; // and the log says none
        if (answers.Line(line)?.Method != frame.Method)
            return false;
        int index = frames.IndexOf(frame);
        if (index + 1 < frames.Count && frames[index + 1] is var next)
            return IsFunclet(frame, next) ? IsThrown(line, next) : next.Site is { } site && answers.Line(site) is { } call && call.Callee == next.Method ? site == line || HasTail(frame, call, next) : null;
        if (frame.Above is not { } above)
            return true;
        if (JudgedFrame.Int(above, "site") is { } told)
            return told == line;
        return above.Method.StartsWith(Support + "Make.", StringComparison.Ordinal) && JudgedFrame.Int(above, "id") is { } id && answers.MadeAt(id) is > 0 and var made
            ? made == line
            : null;
    }

    /// <summary>Whether a call was the last of a method between, whose frame is gone.</summary>
    private bool HasTail(JudgedFrame frame, LineAnswer call, JudgedFrame callee) =>
        call.Method != frame.Method && answers.Line(frame.Logged.Line) is { Callee: not LineAnswer.None } line && answers.IsOrEndsIn(line.Callee, callee.Method);

    // the call may be on another line than the log says: that is a wrong line, not a missing frame
    private bool IsLink(JudgedFrame caller, JudgedFrame callee) =>
        IsFunclet(caller, callee)
        || answers.Line(caller.Logged.Line) is { Callee: not LineAnswer.None } called && answers.IsOrEndsIn(called.Callee, callee.Method)
        || answers.Line(callee.Site ?? caller.Logged.Line) is { } line && line.Method == caller.Method && line.Callee == callee.Method
        || callee.Site is null && (caller.Logged.Line == 0 || answers.Line(caller.Logged.Line)?.Method == caller.Method);

    /// <summary>Whether a line throws what the filter above it is asked for; null if that is none.</summary>
    private bool? IsThrown(int line, JudgedFrame filter) => answers.ThrownFor(filter.Logged.Line) is > 0 and var thrown ? line == thrown : null;

    /// <summary>A catch or finally block of the method below it, or a filter.</summary>
    private bool IsFunclet(JudgedFrame caller, JudgedFrame callee) =>
        caller.Method == callee.Method && answers.Line(caller.Logged.Line)?.Callee != callee.Method;
}
