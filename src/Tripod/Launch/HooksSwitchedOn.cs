using System.Text.Json;

namespace Tripod.Launch;

/// <summary>
/// A copy of a program's runtimeconfig.json in which startup hooks are not switched off, in a folder of its own that the
/// host deletes before the target's Main. The host also tells the target that they are off.
/// </summary>
internal static class HooksSwitchedOn
{
    /// <summary>Writes the copy; its path.</summary>
    /// <param name="original">The file beside the program.</param>
    /// <exception cref="LaunchException">The temporary directory cannot be written (125).</exception>
    public static string Write(string original)
    {
        try
        {
            string folder = Directory.CreateTempSubdirectory("tripod-").FullName;
            string copy = Path.Combine(folder, Path.GetFileName(original));
            File.WriteAllBytes(copy, Change(File.ReadAllBytes(original)));
            // the host looks for it beside the other (runtime_config.cpp)
            string development = Path.ChangeExtension(original, ".dev.json");
            if (File.Exists(development))
                File.Copy(development, Path.ChangeExtension(copy, ".dev.json"));
            return copy;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LaunchException(ExitStatus.Failed, $"cannot write to '{Path.GetTempPath()}': {e.Message}; set TMPDIR to a directory that you can write to");
        }
    }

    /// <summary>Every other byte stays as it is: what the host makes of them is not ours to know.</summary>
    internal static byte[] Change(byte[] content)
    {
        byte[] json = RuntimeConfiguration.WithoutMark(content).ToArray();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(RuntimeConfiguration.HooksSwitch))
                continue;
            if (!reader.Read() || reader.TokenType is not (JsonTokenType.False or JsonTokenType.String))
                continue;
            int start = (int)reader.TokenStartIndex, end = (int)reader.BytesConsumed;
            if (end - start < "true"u8.Length)
                continue; // a text too short to be "false"
            json.AsSpan(start, end - start).Fill((byte)' ');
            "true"u8.CopyTo(json.AsSpan(start));
        }
        return json;
    }
}
