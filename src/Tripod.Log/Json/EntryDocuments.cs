using Tripod.Log.Text;

namespace Tripod.Log.Json;

/// <summary>Writes the documents of an entry.</summary>
internal sealed class EntryDocuments(DocumentWriter documents, LogState state)
{
    public void Write(LogEntry entry)
    {
        switch (entry)
        {
            case SampleStacks stacks:
                new SampleDocuments(documents, state).Write(stacks);
                break;
            case SampleWaits waits:
                new SampleDocuments(documents, state).Write(waits);
                break;
            case SamplePending pending:
                new SampleDocuments(documents, state).Write(pending);
                break;
            case SampleVariables variables:
                new SampleDocuments(documents, state).Write(variables);
                break;
            default:
                WritePlain(entry);
                break;
        }
    }

    private void WritePlain(LogEntry entry)
    {
        string message = EntryText.Line(entry);
        switch (entry)
        {
            case SkippedTicks skipped:
                documents.Write(
                    new Envelope(entry.Time, "ticks-skipped", message) { Reason = skipped.Reason, IsWarning = true },
                    json =>
                    {
                        json.WriteNumber("skipped", skipped.Whole);
                        if (skipped.Begun is { } number)
                            json.WriteNumber("begun", number);
                    });
                break;
            case CollectorStarted started:
                documents.Write(new Envelope(entry.Time, "collector-started", message), json =>
                {
                    json.WriteNumber("collector", started.ProcessId);
                    json.Text("runtime", started.Runtime);
                });
                break;
            case TargetEnded ended:
                documents.Write(new Envelope(entry.Time, "target-ended", message) { Reason = ended.How });
                break;
            case Note note:
                documents.Write(new Envelope(entry.Time, "note", message) { Reason = note.Text });
                break;
        }
    }
}
