using System.Security.Cryptography;
using System.Text;

namespace Tripod.Scripting.Cache;

/// <summary>SHA-256 as text: of files, and of many things together that make a key.</summary>
internal static class Digest
{
    /// <summary>Half of the digits are as good as all for a directory's name.</summary>
    private const int NameLength = 32;

    internal static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The digest of a file, or null if it cannot be read.</summary>
    internal static string? OfFile(string path)
    {
        try
        {
            return Of(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A name for several parts together, which no other parts have: each is preceded by its length.</summary>
    internal static string Name(params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..NameLength];
    }
}
