using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tripod.Log.Text;

namespace Tripod.Log.Json;

/// <summary>Writes documents, each on a line of its own.</summary>
internal sealed class DocumentWriter(TextWriter output, Origin origin)
{
    private const string EcsVersion = "8.17.0";

    // The file is UTF-8 and no web page: quotes, backslashes and control characters are escaped, ü and < stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Writes a document.</summary>
    /// <param name="envelope">What every document says.</param>
    /// <param name="own">Writes the members of <c>tripod</c>; null for none.</param>
    /// <param name="process">Writes more members of <c>process</c>; null for none.</param>
    public void Write(Envelope envelope, Action<Utf8JsonWriter>? own = null, Action<Utf8JsonWriter>? process = null)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, Options))
        {
            json.WriteStartObject();
            WriteEnvelope(json, envelope, process);
            if (own is not null)
                json.Object("tripod", () => own(json));
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        output.Write('\n');
    }

    private void WriteEnvelope(Utf8JsonWriter json, Envelope envelope, Action<Utf8JsonWriter>? process)
    {
        json.Text("@timestamp", Terms.Instant(envelope.Time));
        json.Object("log", () => json.Text("level", envelope.IsWarning ? "warn" : "info"));
        json.Text("message", envelope.Message);
        json.Object("ecs", () => json.Text("version", EcsVersion));
        json.Object("event", () => WriteEvent(json, envelope));
        json.Object("process", () =>
        {
            WriteProcess(json, envelope);
            process?.Invoke(json);
        });
        if (envelope.ErrorType is { } type)
            json.Object("error", () => json.Text("type", type));
    }

    private static void WriteEvent(Utf8JsonWriter json, Envelope envelope)
    {
        json.Text("module", "tripod");
        json.Text("dataset", "tripod.log");
        json.Text("kind", envelope.Sample is null ? "event" : "state");
        json.Text("action", envelope.Action);
        json.Text("reason", envelope.Reason);
        if (envelope.Sample is { } number)
            json.WriteNumber("sequence", number);
        if (envelope.Duration is { } duration)
            json.WriteNumber("duration", duration.Ticks * TimeSpan.NanosecondsPerTick);
    }

    private void WriteProcess(Utf8JsonWriter json, Envelope envelope)
    {
        if (origin.ProcessId > 0)
        {
            json.WriteNumber("pid", origin.ProcessId);
            json.Text("name", origin.ProcessName);
        }
        if (envelope.Thread is not { } thread)
            return;
        json.Object("thread", () =>
        {
            json.WriteNumber("id", thread.OsId);
            json.Text("name", thread.Name);
        });
    }
}
