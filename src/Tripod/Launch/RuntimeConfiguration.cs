using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Tripod.Launch;

/// <summary>What a program's runtimeconfig.json says that decides whether it can be sampled.</summary>
/// <remarks>Format: dotnet/sdk, documentation/specs/runtime-configuration-file.md.</remarks>
internal static class RuntimeConfiguration
{
    public const string Extension = ".runtimeconfig.json";

    private const int OldestRuntime = 8;

    private static ReadOnlySpan<byte> Version => "\"version\""u8;

    /// <summary>Why the runtime would not load a startup hook, and what to do; null if it will.</summary>
    /// <param name="path">The file beside the program.</param>
    public static string? Obstacle(string path) => File.Exists(path) ? Obstacle(File.ReadAllBytes(path)) : null;

    /// <summary>As above, for a file that has been read; null if there is none.</summary>
    public static string? Obstacle(byte[]? content) => content is null || IsPlain(content) ? null : Parse(content);

    /// <summary>
    /// Tells at a glance, for what the SDK usually writes, that there is no obstacle: no startup hook is mentioned, and
    /// every version has two digits, or is 8 or 9. The parser would cost a fifth of the launcher's time.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("StartupHookProvider"u8) >= 0 || json.IndexOf((byte)'\\') >= 0)
            return false;
        int version = json.IndexOf(Version);
        bool isPlain = version >= 0;
        for (; version >= 0 && isPlain; version = json.IndexOf(Version))
        {
            json = json[(version + Version.Length)..];
            isPlain = json is [(byte)':', (byte)' ', (byte)'"', .. var value]
                && IsSampled(value);
        }
        return isPlain;
    }

    private static bool IsSampled(ReadOnlySpan<byte> version) =>
        version is [(byte)'8' or (byte)'9', (byte)'.', ..] or [>= (byte)'1' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)'.', ..];

    // Not inlined, so that a plain file does not load the parser.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Parse(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
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
