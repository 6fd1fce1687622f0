using Tripod.EndToEnd.Logs;
using Tripod.Proof.Checking;
using Tripod.Proof.Generation;

namespace Tripod.Proof.Tracing;

/// <summary>Compares the log's frames of a thread that stays at a known point with the stack trace that it wrote down there.</summary>
internal sealed class TraceJudge(Answers answers, OwnTraces traces, Sources sources, TraceCounts counts)
{
    private const string Point = "Proof.Walk.Mark", Stay = "Proof.KnownPoint.Stay";

    private readonly HashSet<LoggedThread> _judged = new(ReferenceEqualityComparer.Instance);

    /// <summary>Judges a thread's frames; those of a thread that is at no known point are not judged.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="story">Tells of a wrong frame, where and when it was.</param>
    public void Add(LoggedThread thread, Func<string, string> story)
    {
        var stay = thread.Frames.FirstOrDefault(frame => frame.Method == Stay);
        if (stay is null || JudgedFrame.Int(stay, "trace") is not { } number || traces.Find(number) is not { } own || !_judged.Add(thread))
            return;
        counts.Traces++;
        LoggedFrame[] logged = [.. thread.Frames.TakeWhile(frame => frame.Method != Point)];
        OwnFrame[] written = [.. WithoutStarts(own.TakeWhile(frame => frame.Name != Point).ToArray())];
        var called = JudgedFrame.Int(stay, "site");
        string Story(string what) => story($"trace {number}: {what}");
        foreach (var (ownIndex, loggedIndex) in Alignment.Of(written.Length, logged.Length, (i, j) => written[i].Name == WrittenName.OfLogged(logged[j].Method)))
            if (loggedIndex < 0)
                AddMissing(written[ownIndex], Story);
            else if (ownIndex < 0)
                AddExtra(logged[loggedIndex], Story);
            else
                AddLine(written[ownIndex], logged[loggedIndex], logged.Skip(loggedIndex + 1).FirstOrDefault(frame => JudgedFrame.NumberOf(frame) is not null), called, Story);
    }

    /// <summary>Without the methods whose state machine runs above them; where the JIT has put the machine into the method, that is all there is.</summary>
    private static IEnumerable<OwnFrame> WithoutStarts(OwnFrame[] frames)
    {
        for (int i = 0; i < frames.Length; i++)
            if (!frames[i].IsStart || frames.Skip(i + 1).FirstOrDefault(frame => !frame.MayBeLeftOut)?.Name != frames[i].Name)
                yield return frames[i];
    }

    private void AddMissing(OwnFrame own, Func<string, string> story)
    {
        if (own.MayBeLeftOut)
            return;
        counts.Missing++;
        counts.MethodsWrong.Add(story($"no frame of {own.Name} line {own.Line}"));
    }

    private void AddExtra(LoggedFrame logged, Func<string, string> story)
    {
        counts.Extra++;
        counts.MethodsWrong.Add(story($"a frame too much: {logged.Method} line {logged.Line}"));
    }

    /// <param name="own">The frame as the program knows it.</param>
    /// <param name="logged">The same in the log.</param>
    /// <param name="newer">The generated program's frame that it has called; null if that is the known point itself.</param>
    /// <param name="called">The line on which the known point was called.</param>
    /// <param name="story">Tells of a wrong line.</param>
    private void AddLine(OwnFrame own, LoggedFrame logged, LoggedFrame? newer, int? called, Func<string, string> story)
    {
        if (own.Line == logged.Line)
            counts.Right++;
        else if (logged.Line == 0)
            counts.WithoutLine++;
        else if (own.Line == 0 ? IsOfMethod(logged) : IsOnlyCall(own, logged) || Calls(logged, newer, called) && !Calls(logged with { Line = own.Line }, newer, called))
            counts.OwnLineWrong++;
        else
            counts.LinesWrong.Add(story($"{logged.Method} is on line {logged.Line}, and the program says {own.Line}{(newer is null ? "" : $", called {newer.Method}")}"));
    }

    /// <summary>Whether a caller's line calls nothing in the program's own trace, and something in the log.</summary>
    private bool IsOnlyCall(OwnFrame own, LoggedFrame logged) =>
        own.File.Length > 0 && Path.GetFileName(logged.File) == own.File && !sources.MayCall(own.File, own.Line) && sources.MayCall(own.File, logged.Line);

    private bool IsOfMethod(LoggedFrame logged) => JudgedFrame.NumberOf(logged) is not { } number || answers.Line(logged.Line)?.Method == number;

    /// <summary>
    /// Whether the line on which a frame stands makes the call that it is in. Of a frame in a catch block the runtime's
    /// own trace tells the line that threw into that block: it passes over funclets, and shows the frame that they belong
    /// to (StackFrameIterator::Filter of stackwalk.cpp, FUNCTIONSONLY).
    /// </summary>
    private bool Calls(LoggedFrame logged, LoggedFrame? newer, int? called)
    {
        if (newer is null)
            return logged.Line == called;
        if (newer.Method == logged.Method && answers.ThrownFor(newer.Line) is > 0 and var thrown)
            return logged.Line == thrown;
        return JudgedFrame.NumberOf(newer) is { } callee && answers.Line(logged.Line) is { } line && answers.IsOrEndsIn(line.Callee, callee);
    }
}
