using Serilog.Events;
using Tripod.Log.Text;

namespace Tripod.Log.Append;

/// <summary>Carries an entry as a record through Serilog, with what is needed to print it.</summary>
internal sealed class EntryValue(LogEntry entry, LogState state, EntryFormat entryFormat) : LogEventPropertyValue
{
    private const string Name = "Entry";

    /// <summary>The event whose only property is an entry.</summary>
    public static LogEvent Event(LogEntry entry, LogState state, EntryFormat format) => new(
        entry.Time, LogEventLevel.Information, exception: null, MessageTemplate.Empty, [new LogEventProperty(Name, new EntryValue(entry, state, format))]);

    /// <summary>The entry of an event of ours.</summary>
    public static EntryValue Of(LogEvent logEvent) => (EntryValue)logEvent.Properties[Name];

    public override void Render(TextWriter output, string? format = null, IFormatProvider? formatProvider = null) =>
        entryFormat.Write(output, entry, state);
}
