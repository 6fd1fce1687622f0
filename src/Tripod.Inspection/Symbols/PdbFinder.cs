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
    public static MetadataReaderProvider? Find(PEReader image, string? imagePath, byte[]? inMemory)
    {
        var entries = image.ReadDebugDirectory();
        foreach (DebugDirectoryEntry entry in entries)
            if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
                return image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        foreach (DebugDirectoryEntry entry in entries)
            if (entry.Type == DebugDirectoryEntryType.CodeView && entry.IsPortableCodeView && Find(image, entry, imagePath, inMemory) is { } pdb)
                return pdb;
        return null;
    }

    private static MetadataReaderProvider? Find(PEReader image, DebugDirectoryEntry entry, string? imagePath, byte[]? inMemory)
    {
        CodeViewDebugDirectoryData codeView = image.ReadCodeViewDebugDirectoryData(entry);
        var id = new BlobContentId(codeView.Guid, entry.Stamp);
        if (inMemory is not null && Matching(new MemoryStream(inMemory), id) is { } given)
            return given;
        foreach (string path in Candidates(imagePath, codeView.Path))
            if (RegularFile.TryOpen(path, MostBytes) is { } file && Matching(file, id) is { } found)
                return found;
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
