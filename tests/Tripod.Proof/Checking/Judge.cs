using Tripod.EndToEnd.Logs;
using Tripod.Proof.Generation;
using Tripod.Proof.Running;
using Tripod.Proof.Tracing;

namespace Tripod.Proof.Checking;

/// <summary>Compares samples with what is known of the program.</summary>
internal sealed class Judge(Answers answers, OwnTraces own, Sources sources, Tally tally, ProofRun run)
{
    private const string Walker = "walk ";

    // where a walker stands that has only just started
    private const string ThreadStart = "System.Threading.Thread.StartCallback", WalkerStart = "Proof.Start.Main.<lambda>";

    private readonly StackJudge _stacks = new(answers);
    private readonly VariableJudge _variables = new(answers);
    private readonly NameJudge _names = new(answers);
    private readonly TraceJudge _traces = new(answers, own, sources, tally.Traces);

    public void Add(LoggedSample sample)
    {
        tally.Samples++;
        bool isCollecting = sample.Text.Contains("a garbage collection was running", StringComparison.Ordinal);
        tally.SamplesCollecting += isCollecting ? 1 : 0;
        foreach (var thread in sample.Brief.Where(thread => thread.Name?.StartsWith(Walker, StringComparison.Ordinal) == true && thread.Frames.Count == 0))
            if (thread.WasNotStopped)
                tally.NotStopped++;
            else
                tally.StacksLost.Add(Story(sample, thread.Heading));
        foreach (var thread in sample.Full)
            Add(sample, thread, isCollecting);
    }

    private void Add(LoggedSample sample, LoggedThread thread, bool isCollecting)
    {
        var frames = JudgedFrame.Of(thread);
        tally.StacksCollecting += isCollecting && frames.Count > 0 ? 1 : 0;
        _traces.Add(thread, what => Story(sample, $"{thread.Heading}: {what}"));
        bool isWalker = thread.Name?.StartsWith(Walker, StringComparison.Ordinal) == true;
        if (frames.Count > 0 || isWalker && thread.Top?.Method is not (ThreadStart or WalkerStart))
            tally.AddStack(_stacks.IsComplete(frames, isWalker, out string why), () => Story(sample, $"{thread.Heading}: {why}"));
        foreach (var frame in frames)
        {
            tally.WithoutLine += frame.Logged.Line == 0 ? 1 : 0;
            if (_stacks.IsLineRight(frames, frame) is { } isRight)
                tally.AddLine(isRight, () => Story(sample, $"{thread.Heading}: line {frame.Logged.Line} in {frame.Logged.Method}, called {frame.Above?.Method}"));
            if (!_names.IsRight(frame))
                tally.NamesWrong.Add(Story(sample, $"{thread.Heading}: {frame.Logged.Method}"));
            foreach (var (name, text) in frame.Logged.Arguments.Concat(frame.Logged.Locals))
                Add(sample, frame, name, text, isCollecting);
        }
    }

    private void Add(LoggedSample sample, JudgedFrame frame, string name, string text, bool isCollecting)
    {
        if (_variables.Of(frame, name, text, out string why) is not { } verdict)
            return;
        tally.Add(KindOf(name), verdict, _variables.IsLive(frame, name), isCollecting);
        if (verdict is Verdict.Wrong)
            tally.Wrong.Add(Story(sample, $"line {frame.Logged.Line} in {frame.Logged.Method}{(frame.IsExact ? "" : ", newest frame")}: {name} = {text}: {why}"));
    }

    private static string KindOf(string name) => name is "this" or "site" ? name : name[..1];

    private string Story(LoggedSample sample, string what) =>
        $"seed {run.Seed}, {run.Kind.Name}{(run.IsCollecting ? " with collections" : "")}, sample {sample.Number}: {what}";
}
