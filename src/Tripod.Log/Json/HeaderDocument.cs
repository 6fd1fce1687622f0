using Tripod.Log.Text;

namespace Tripod.Log.Json;

/// <summary>The first document of a log. It names the format's version, for programs that read logs.</summary>
internal static class HeaderDocument
{
    public const int Version = 1;

    public static void Write(TextWriter output, RunHeader header)
    {
        var envelope = new Envelope(header.Started, "run-started", $"Tripod samples {header.Target}");
        var origin = new Origin(header.ProcessId, Path.GetFileName(header.Target));
        new DocumentWriter(output, origin).Write(
            envelope,
            json =>
            {
                json.WriteNumber("format", Version);
                json.Text("version", header.Version);
                json.Text("target", header.Target);
                json.Milliseconds("interval_ms", header.Interval);
                json.Texts("settings", header.Settings);
            },
            json =>
            {
                json.Texts("args", [header.Target, .. ArgumentText.WithoutSecrets(header.Arguments)]);
                json.Text("working_directory", header.WorkingDirectory);
            });
    }
}
