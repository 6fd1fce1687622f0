using Serilog.Core;
using Serilog.Events;

namespace OwnPackages;

internal sealed class ConsoleSink : ILogEventSink
{
    public void Emit(LogEvent logEvent) => Console.WriteLine(logEvent.RenderMessage());
}
