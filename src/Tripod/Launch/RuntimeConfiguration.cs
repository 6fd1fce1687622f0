using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Tripod.Launch;

/// <summary>What a program's runtimeconfig.json says that decides how it can be sampled.</summary>
/// <remarks>Format: dotnet/sdk, documentation/specs/runtime-configuration-file.md.</remarks>
/// <param name="Major">The .NET version it is built for; null if none is told.</param>
/// <param name="OwnRuntime">The version of the runtime that it brings; null if it takes an installed one.</param>
/// <param name="SwitchesHooksOff">Whether its runtime would load no startup hook.</param>
internal readonly record struct RuntimeConfiguration(int? Major, string? OwnRuntime = null, bool SwitchesHooksOff = false)
{
    private const string Extension = ".runtimeconfig.json";

    /// <summary>The runtime's switch for startup hooks (System.StartupHookProvider.IsSupported in the runtime's source).</summary>
    public const string HooksSwitch = "System.StartupHookProvider.IsSupported";

    private const int OldestRuntime = 8;

    private static ReadOnlySpan<byte> Version => "\"version\""u8;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>Why its runtime cannot be sampled, and what to do; null if it can.</summary>
    public string? TooOld => Major < OldestRuntime ? $"it is built for .NET {Major}; build it for .NET {OldestRuntime} or later" : null;

    /// <summary>Where the file of a .dll lies: the host follows links first (realpath in hostfxr's fx_muxer.cpp).</summary>
    public static string PathOfAssembly(string dll) => Path.ChangeExtension(Real(dll), Extension);

    /// <summary>Where the file of an executable lies.</summary>
    public static string PathOfExecutable(string executable) => Real(executable) + Extension;

    private static string Real(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>Reads the file beside a program; it may be missing.</summary>
    public static RuntimeConfiguration OfFile(string path) => File.Exists(path) ? Of(File.ReadAllBytes(path)) : default;

    /// <summary>As above, for a file that has been read; null if there is none.</summary>
    public static RuntimeConfiguration Of(byte[]? content) => content is null || IsPlain(content) ? default : Parse(content);

    /// <summary>The JSON itself, for readers that know no byte order mark; the host skips one.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] content) =>
        content.AsMemory(content.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);

    /// <summary>
    /// Tells at a glance, for what the SDK usually writes, that there is no obstacle: no startup hook is mentioned, no own runtime, and
    /// every version has two digits, or is 8 or 9. The parser would cost a fifth of the launcher's time.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("StartupHookProvider"u8) >= 0 || json.IndexOf("includedFrameworks"u8) >= 0 || json.IndexOf((byte)'\\') >= 0)
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
    private static RuntimeConfiguration Parse(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(content), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.TryGetProperty("runtimeOptions", out var options) ? Of(options) : default;
        }
        catch (JsonException)
        {
            return default; // the host reads the file again, and its own message about it is better than ours
        }
    }

    private static RuntimeConfiguration Of(JsonElement options)
    {
        bool isSelfContained = options.TryGetProperty("includedFrameworks", out var included);
        string? version = VersionOf(options.TryGetProperty("framework", out var single) ? single
            : options.TryGetProperty("frameworks", out var several) ? First(several)
            : isSelfContained ? First(included)
            : default);
        return new RuntimeConfiguration(
            int.TryParse(version?.Split('.')[0], out int major) ? major : null, isSelfContained ? version : null, AreHooksOff(options));
    }

    /// <summary>All frameworks of a program are of one release, and the base one has that number too.</summary>
    private static JsonElement First(JsonElement list) => list.GetArrayLength() > 0 ? list[0] : default;

    private static string? VersionOf(JsonElement framework) =>
        framework.ValueKind == JsonValueKind.Object && framework.TryGetProperty("version", out var version) ? version.GetString() : null;

    /// <summary>The runtime gets every value as text and parses that (AppContext.TryGetSwitch): "False" counts too.</summary>
    private static bool AreHooksOff(JsonElement options) =>
        options.TryGetProperty("configProperties", out var properties) && properties.TryGetProperty(HooksSwitch, out var supported) &&
        bool.TryParse(supported.ToString(), out bool isSupported) && !isSupported;
}
