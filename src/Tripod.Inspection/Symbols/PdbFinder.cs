using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Symbols;

/// <summary>Finds the portable PDB of an image. One whose id differs belongs to another compilation and is refused: its lines would lie.</summary>
internal static class PdbFinder
{
    private const long MostBytes = 256 << 20;

    /// <summary>Embedded in the image, beside it, or where the compiler put it; null if none of these matches.</summary>
    /// <param name="image">The image.</param>
    /// <param name="imagePath">Its file; null if it came from memory.</param>
    /// <param name="inMemory">The PDB that <c>Assembly.Load(bytes, pdb)</c> was given, if any.</param>
    /// <param name="refused">A PDB that was found and is broken or of another build; null if there was none.</param>
    public static MetadataReaderProvider? Find(PEReader image, string? imagePath, byte[]? inMemory, out string? refused)
    {
        refused = null;
        var entries = image.ReadDebugDirectory();
        foreach (DebugDirectoryEntry entry in entries)
            if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb && Embedded(image, entry) is { } embedded)
                return embedded;
            else if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
                refused = "the embedded PDB";
        foreach (DebugDirectoryEntry entry in entries)
            if (entry.Type == DebugDirectoryEntryType.CodeView && entry.IsPortableCodeView && Find(image, entry, imagePath, inMemory, ref refused) is { } pdb)
                return pdb;
        return null;
    }

    private static MetadataReaderProvider? Embedded(PEReader image, DebugDirectoryEntry entry)
    {
        MetadataReaderProvider? provider = null;
        try
        {
            provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            _ = provider.GetMetadataReader();
            return provider;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidDataException)
        {
            provider?.Dispose(); // broken
            return null;
        }
    }

    private static MetadataReaderProvider? Find(PEReader image, DebugDirectoryEntry entry, string? imagePath, byte[]? inMemory, ref string? refused)
    {
        CodeViewDebugDirectoryData codeView = image.ReadCodeViewDebugDirectoryData(entry);
        var id = new BlobContentId(codeView.Guid, entry.Stamp);
        if (inMemory is not null && Matching(new MemoryStream(inMemory), id) is { } given)
            return given;
        if (inMemory is not null)
            refused = "the PDB that it was loaded with";
        foreach (string path in Candidates(imagePath, codeView.Path))
            if (RegularFile.TryOpen(path, MostBytes) is not { } file)
                continue;
            else if (Matching(file, id) is { } found)
                return found;
            else
                refused ??= path;
        return null;
    }

    private static IEnumerable<string> Candidates(string? imagePath, string compilerPath)
    {
        if (imagePath is not null)
        {
            yield return Path.ChangeExtension(imagePath, ".pdb");
            yield return Path.Combine(Path.GetDirectoryName(imagePath) ?? "/", Path.GetFileName(compilerPath));
        }
        yield return compilerPath;
    }

    private static MetadataReaderProvider? Matching(Stream stream, BlobContentId id)
    {
        var provider = MetadataReaderProvider.FromPortablePdbStream(stream, MetadataStreamOptions.PrefetchMetadata);
        try
        {
            if (provider.GetMetadataReader().DebugMetadataHeader is { } header && new BlobContentId(header.Id) == id)
                return provider;
        }
        catch (BadImageFormatException)
        {
            // a Windows PDB or something else by that name
        }
        provider.Dispose();
        return null;
    }
}
