using System.Text.Json;

namespace Tripod.EndToEnd.Logs;

/// <summary>The documents of a log in JSON, perhaps while it is being written: a line that is not complete is left out.</summary>
internal sealed class JsonLog
{
    private JsonLog(IReadOnlyList<JsonElement> documents) => Documents = documents;

    /// <summary>Each line, in order.</summary>
    internal IReadOnlyList<JsonElement> Documents { get; }

    /// <exception cref="JsonException">A line is no document.</exception>
    internal static JsonLog Parse(string text) =>
        new([.. text.Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<JsonElement>(line))]);

    /// <summary>What kind of document it is.</summary>
    internal static string Action(JsonElement document) => document.GetProperty("event").GetProperty("action").GetString()!;

    /// <summary>The documents of a kind.</summary>
    internal IEnumerable<JsonElement> Of(string action) => Documents.Where(document => Action(document) == action);

    /// <summary>The documents of a kind that belong to a sample.</summary>
    internal IEnumerable<JsonElement> Of(string action, long sample) =>
        Of(action).Where(document => document.GetProperty("event").GetProperty("sequence").GetInt64() == sample);

    /// <summary>The frames of a thread's document as the text format would show them.</summary>
    internal static IReadOnlyList<LoggedFrame> Frames(JsonElement document) =>
        document.GetProperty("tripod").TryGetProperty("frames", out var frames) ? [.. frames.EnumerateArray().Select(Frame)] : [];

    private static LoggedFrame Frame(JsonElement frame) =>
        new(Text(frame, "file") ?? Text(frame, "assembly") ?? "<dynamic>", frame.TryGetProperty("line", out var line) ? line.GetInt32() : 0, Text(frame, "method")!, Text(frame, "source"))
        {
            MayBeInlined = frame.TryGetProperty("may_be_inlined", out _),
            Arguments = Variables(frame, "arguments"),
            Locals = Variables(frame, "locals"),
        };

    private static Dictionary<string, string> Variables(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var variables) ? variables.EnumerateArray().ToDictionary(variable => Text(variable, "name")!, variable => Text(variable, "value")!) : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
