using System.Text.Json;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Compiling;

/// <summary>
/// The runtimeconfig.json of a script; its format is in the SDK's documentation, runtime-configuration-file.md.
/// At least the framework that the script was compiled against: the host rolls forward to the newest patch.
/// </summary>
internal static class RuntimeConfig
{
    internal static byte[] Json(RestoredPackages packages)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("runtimeOptions");
            writer.WriteString("tfm", $"net{Environment.Version.ToString(2)}");
            WriteFrameworks(writer, packages);
            WriteFolders(writer, packages);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return json.ToArray();
    }

    private static void WriteFrameworks(Utf8JsonWriter writer, RestoredPackages packages)
    {
        writer.WriteStartArray("frameworks");
        foreach (string name in packages.Frameworks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            // another framework's patches are numbered on their own
            writer.WriteString("version", name == SharedFramework.Core ? Environment.Version.ToString(3) : Environment.Version.ToString(2) + ".0");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteFolders(Utf8JsonWriter writer, RestoredPackages packages)
    {
        if (packages.Folders.Count == 0)
            return;
        writer.WriteStartArray("additionalProbingPaths");
        foreach (string folder in packages.Folders)
            writer.WriteStringValue(folder);
        writer.WriteEndArray();
    }
}
