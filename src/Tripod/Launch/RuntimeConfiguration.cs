using System.Text.Json;

namespace Tripod.Launch;

/// <summary>What a program's runtimeconfig.json says that decides whether it can be sampled.</summary>
/// <remarks>Format: dotnet/sdk, documentation/specs/runtime-configuration-file.md.</remarks>
internal static class RuntimeConfiguration
{
    public const string Extension = ".runtimeconfig.json";

    private const int OldestRuntime = 8;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Why the runtime would not load a startup hook, and what to do; null if it will.</summary>
    /// <param name="path">The file beside the program.</param>
    public static string? Obstacle(string path) => File.Exists(path) ? Obstacle(File.ReadAllBytes(path)) : null;

    /// <summary>As above, for a file that has been read; null if there is none.</summary>
    public static string? Obstacle(byte[]? content)
    {
        if (content is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(content, Lenient);
            return document.RootElement.TryGetProperty("runtimeOptions", out var options) ? Obstacle(options) : null;
        }
        catch (JsonException)
        {
            return null; // the host reads the file again, and its own message about it is better than ours
        }
    }

    private static string? Obstacle(JsonElement options)
    {
        if (options.TryGetProperty("configProperties", out var properties) &&
            properties.TryGetProperty("System.StartupHookProvider.IsSupported", out var supported) && supported.ValueKind == JsonValueKind.False)
            return "its runtimeconfig.json switches startup hooks off; set System.StartupHookProvider.IsSupported to true";
        return Major(options) is { } major && major < OldestRuntime
            ? $"it is built for .NET {major}; build it for .NET {OldestRuntime} or later"
            : null;
    }

    private static int? Major(JsonElement options)
    {
        var framework = options.TryGetProperty("framework", out var single) ? single
            : options.TryGetProperty("frameworks", out var several) && several.GetArrayLength() > 0 ? several[0]
            : default;
        return framework.ValueKind == JsonValueKind.Object && framework.TryGetProperty("version", out var version) &&
            int.TryParse(version.GetString()?.Split('.')[0], out int major) ? major : null;
    }
}
