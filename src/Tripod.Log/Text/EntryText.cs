namespace Tripod.Log.Text;

/// <summary>Prints entries: records and what went before in, text out.</summary>
internal static class EntryText
{
    public static void Write(LineWriter writer, LogEntry entry, LogState state)
    {
        // A sample whose end never came is ended by whatever comes next.
        if (state.Open is { } open && (entry is not SamplePart part || entry is SampleStacks || part.Sample.Number != open.Number))
            writer.Line(Terms.Separator);
        switch (entry)
        {
            case SampleStacks stacks:
                new SampleText(writer, state).Write(stacks);
                break;
            case SampleWaits waits:
                new SampleText(writer, state).Write(waits);
                break;
            case SamplePending pending:
                new SampleText(writer, state).Write(pending);
                break;
            case SampleVariables variables:
                new SampleText(writer, state).Write(variables);
                break;
            default:
                writer.Line($"{Terms.Instant(entry.Time)} {Line(entry)}");
                break;
        }
    }

    /// <summary>What an entry of no sample says.</summary>
    public static string Line(LogEntry entry) => entry switch
    {
        SkippedTicks skipped => $"Skipped {What(skipped)}: {skipped.Reason}",
        CollectorStarted started => $"Collector started: process {Terms.Id(started.ProcessId)}, {started.Runtime}",
        TargetEnded ended => $"Target ended: {ended.How}",
        Note note => $"Note: {note.Text}",
        _ => entry.GetType().Name,
    };

    private static string What(SkippedTicks skipped)
    {
        string ticks = Terms.Count(skipped.Whole, "tick");
        if (skipped.Begun is not { } number)
            return ticks;
        string rest = $"the rest of sample {Terms.Id(number)}{(skipped.LosesVariables ? ", all variables included" : "")}";
        return skipped.Whole == 0 ? rest : $"{rest}, and {ticks} after it";
    }
}
