using System.Text.Json;

namespace Tripod.Log.Json;

/// <summary>Whose log it is: what the header says, and every document repeats.</summary>
/// <param name="ProcessId">The target.</param>
/// <param name="ProcessName">Its name.</param>
internal sealed record Origin(int ProcessId, string ProcessName)
{
    /// <summary>Before the header is read.</summary>
    public static Origin Unknown { get; } = new(0, "");

    /// <summary>Reads the header; null if it is none of this version.</summary>
    public static Origin? TryRead(ReadOnlySpan<byte> header)
    {
        try
        {
            var reader = new Utf8JsonReader(header);
            using var document = JsonDocument.ParseValue(ref reader);
            var process = document.RootElement.GetProperty("process");
            return document.RootElement.GetProperty("tripod").GetProperty("format").GetInt32() == HeaderDocument.Version
                ? new Origin(process.GetProperty("pid").GetInt32(), process.GetProperty("name").GetString() ?? "")
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException) // some other file
        {
            return null;
        }
    }
}
