using System.Globalization;
using static System.FormattableString;
using Tripod.Proof.Tracing;

namespace Tripod.Proof.Checking;

/// <summary>Prints what was counted.</summary>
internal static class Report
{
    private const int MostStories = 12;

    public static void Write(TextWriter writer, string kind, Tally tally)
    {
        var all = tally.All;
        Line(writer, $"{kind}: {tally.Samples:N0} samples, {tally.Skipped:N0} entries of skipped ticks");
        Line(writer, $"  {"variables",-12}{"right",9}{"unavailable",13}{"not assigned",14}{"unreadable",12}{"wrong",7}{"used later and right",22}");
        foreach (var (name, counts) in tally.Variables)
            Row(writer, name, counts, tally.Live.GetValueOrDefault(name));
        Row(writer, "all", all);
        Row(writer, "used later", tally.AllLive);
        Row(writer, "in a GC", tally.Collecting);
        Line(writer, $"  right of those that have a value {all.Share:F3} %, of those that are used later {tally.AllLive.Share:F3} %");
        Line(writer, $"  lines right {tally.LineShare:F3} % of {tally.LinesRight + tally.LinesWrong.Count:N0}, {tally.WithoutLine:N0} frames without one, stacks complete {tally.StackShare:F3} % of {tally.StacksComplete + tally.StacksIncomplete.Count + tally.StacksLost.Count:N0}; {tally.NotStopped:N0} threads got no processor to stop on");
        WriteTraces(writer, tally.Traces);
        Line(writer, $"  {tally.SamplesCollecting:N0} samples fell into a garbage collection that moved objects, with {tally.StacksCollecting:N0} stacks of the program");
        Stories(writer, "wrong values", tally.Wrong);
        Stories(writer, "wrong names", tally.NamesWrong);
        Stories(writer, "wrong frames at known points", tally.Traces.MethodsWrong);
        Stories(writer, "wrong lines at known points", tally.Traces.LinesWrong);
        Stories(writer, "wrong lines", tally.LinesWrong);
        Stories(writer, "collectors lost", tally.CollectorsLost);
        Stories(writer, "incomplete stacks", tally.StacksIncomplete);
        Stories(writer, "stacks that are missing and say so", tally.StacksLost);
    }

    private static void WriteTraces(TextWriter writer, TraceCounts traces)
    {
        Line(writer, $"  frames against the program's own stack traces: {traces.Right:N0} right, {traces.Missing:N0} missing, {traces.Extra:N0} extra, {traces.LinesWrong.Count:N0} on a wrong line;");
        Line(writer, $"  of {traces.Traces:N0} traces; {traces.WithoutLine:N0} frames have no line in the log, for {traces.OwnLineWrong:N0} the program's own trace has none or a wrong one");
    }

    private static void Row(TextWriter writer, string name, Counts counts, Counts? live = null) => Line(writer,
        $"  {name,-12}{counts[Verdict.Right],9:N0}{counts[Verdict.Unavailable],13:N0}{counts[Verdict.NotAssigned],14:N0}{counts[Verdict.Unreadable],12:N0}{counts[Verdict.Wrong],7:N0}{(live is null ? "" : Invariant($"{live.Share:F1} %")),22}");

    private static void Stories(TextWriter writer, string what, List<string> stories)
    {
        if (stories.Count == 0)
            return;
        Line(writer, $"  {stories.Count:N0} {what}, the first of each place:");
        foreach (string story in stories.DistinctBy(Place).Take(MostStories))
            Line(writer, $"    {story}");
    }

    /// <summary>What stands behind the sample's number: of many wrong things in one frame the first one tells enough.</summary>
    private static string Place(string story) => story.Split(": ") is [_, var place, ..] ? place : story;

    private static void Line(TextWriter writer, FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
