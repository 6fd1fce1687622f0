using Serilog.Events;
using Serilog.Formatting;

namespace Tripod.Log.Append;

/// <summary>Prints entries for Serilog's file sink.</summary>
internal sealed class EntryFormatter(Func<EntryStream> stream) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        try
        {
            EntryValue.Of(logEvent).Render(output);
            output.Flush(); // here and not in the sink, through which no exception shall come
        }
        catch (Exception e) // an exception would leave half an entry in the sink's writer, to come out before the next one
        {
            stream().Fail(e);
        }
    }
}
