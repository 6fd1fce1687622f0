using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Lines of source files, kept while there is room. A file whose checksum is not the one that was compiled gives no
/// text, because the line that stands there now may not be the line that runs.
/// </summary>
internal sealed class SourceFiles
{
    private const long MostFileBytes = 4 << 20;
    private const int MostFiles = 200;
    private const long MostCharacters = 16 << 20;
    private const int MostLineLength = 500;

    // Portable PDB specification, Document table
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    private readonly Dictionary<SourceDocument, ImmutableArray<string>> _files = new(ReferenceEqualityComparer.Instance);
    private long _characters;

    /// <summary>A line, trimmed and not escaped; null if the file is not there or is not what was compiled.</summary>
    public string? TryGetLine(SourceDocument document, int line)
    {
        if (!_files.TryGetValue(document, out ImmutableArray<string> lines))
            lines = Add(document);
        if (line < 1 || line > lines.Length)
            return null;
        string text = lines[line - 1].Trim();
        return text.Length > MostLineLength ? text[..MostLineLength] + "…" : text;
    }

    private ImmutableArray<string> Add(SourceDocument document)
    {
        if (_files.Count >= MostFiles || _characters > MostCharacters)
        {
            _files.Clear();
            _characters = 0;
        }
        ImmutableArray<string> lines = Read(document);
        _characters += lines.Sum(line => (long)line.Length);
        return _files[document] = lines;
    }

    private static ImmutableArray<string> Read(SourceDocument document)
    {
        try
        {
            using FileStream? file = RegularFile.TryOpen(document.Path, MostFileBytes);
            if (file is null)
                return [];
            byte[] bytes = new byte[file.Length];
            int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count == bytes.Length && IsCompiled(document, bytes) ? [.. Decode(bytes).Split('\n')] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // not there, or not ours to read
        }
    }

    private static bool IsCompiled(SourceDocument document, byte[] bytes)
    {
        ReadOnlySpan<byte> hash = document.Hash.AsSpan();
        if (document.HashAlgorithm == Sha256)
            return hash.SequenceEqual(SHA256.HashData(bytes));
#pragma warning disable CA5350 // the compiler chose it, and nothing here has to withstand an attack
        return document.HashAlgorithm == Sha1 && hash.SequenceEqual(SHA1.HashData(bytes));
#pragma warning restore CA5350
    }

    private static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
