using System.Text;

namespace Tripod.Launch;

/// <summary>The header of a single-file app's bundle.</summary>
/// <remarks>
/// Format: dotnet/runtime, src/installer/managed/Microsoft.NET.HostModel/Bundle/Manifest.cs: versions (2 × u32),
/// number of files (i32), id (string), then offset and size (i64) of deps.json and of runtimeconfig.json.
/// </remarks>
internal static class Bundle
{
    private const uint FirstVersionWithOffsets = 2;
    private const int MostBytes = 1 << 20;

    /// <summary>The app's runtimeconfig.json; null if it cannot be found.</summary>
    public static byte[]? ReadRuntimeConfiguration(string path, long header)
    {
        using var stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        try
        {
            stream.Position = header;
            if (reader.ReadUInt32() < FirstVersionWithOffsets)
                return null;
            reader.ReadUInt32();
            reader.ReadInt32();
            reader.ReadString();
            reader.ReadInt64();
            reader.ReadInt64();
            long offset = reader.ReadInt64();
            long size = reader.ReadInt64();
            stream.Position = offset;
            return size is > 0 and <= MostBytes ? reader.ReadBytes((int)size) : null;
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            return null;
        }
    }
}
