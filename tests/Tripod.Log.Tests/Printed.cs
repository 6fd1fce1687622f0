using Tripod.Log.Text;

namespace Tripod.Log.Tests;

/// <summary>What the log's formatter makes of records.</summary>
internal static class Printed
{
    public static string Entries(params LogEntry[] entries)
    {
        var output = new StringWriter();
        var state = LogState.Empty;
        foreach (var entry in entries)
        {
            EntryText.Write(new LineWriter(output), entry, state);
            state = state.After(entry);
        }
        return output.ToString();
    }

    public static string Header(RunHeader header) => HeaderText.Of(header);

    public static string Value(Tripod.Samples.Value value, int indent = 0)
    {
        var output = new StringWriter();
        var writer = new LineWriter(output);
        new ValueText(writer).Write(value, indent);
        writer.EndLine();
        return output.ToString();
    }
}
