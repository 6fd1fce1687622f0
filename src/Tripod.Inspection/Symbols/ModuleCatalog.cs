using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Samples;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Symbols by module, kept for the collector's life. In each sample the first look at a module makes sure that it is
/// still the same compilation, because the address of an unloaded module is used again. A module that was on no stack
/// for a while is closed: of those that a program makes at run time there is no end.
/// </summary>
internal sealed class ModuleCatalog(DacProcess dac, IDataReader reader) : IDisposable
{
    private const int MostModules = 2_000;
    private const int MostIdleSamples = 100;
    private const long MostImageBytes = 512 << 20;

    private readonly Dictionary<ulong, Entry> _entries = [];
    private readonly HashSet<Guid> _noted = [];
    private readonly List<string> _notes = [];
    private InMemoryImages? _images;
    private ILookup<string, ulong>? _assemblies;
    private long _sample;

    private sealed class Entry
    {
        public required Guid Mvid { get; init; }
        public required ModuleSymbols? Symbols { get; init; }
        public long CheckedIn { get; set; }
    }

    /// <summary>Forgets what may have changed since the last sample.</summary>
    public void BeginSample()
    {
        _sample++;
        _images = null;
        _assemblies = null;
        foreach (var (module, entry) in _entries)
            if (_sample - entry.CheckedIn > MostIdleSamples || _entries.Count > MostModules)
                Close(module, entry);
    }

    /// <summary>Symbols of the module at an address; null if it has no metadata that could be read.</summary>
    public ModuleSymbols? Get(ulong module)
    {
        if (_entries.TryGetValue(module, out Entry? entry) && entry.CheckedIn == _sample)
            return entry.Symbols;
        if (!dac.Sos.TryGetModule(module, out DacModuleInfo info) || !TargetMetadata.TryReadMvid(reader, info.MetadataAddress, out Guid mvid))
            return null;
        if (entry is null || entry.Mvid != mvid)
        {
            entry?.Symbols?.Dispose();
            entry = _entries[module] = new Entry { Mvid = mvid, Symbols = TryOpen(info, mvid) };
        }
        entry.CheckedIn = _sample;
        return entry.Symbols;
    }

    /// <summary>Symbols of the only assembly with a simple name that was loaded from a file; null if there is none, or several.</summary>
    public ModuleSymbols? FindAssembly(string name)
    {
        _assemblies ??= dac.GetModules().Select(AddressOf).ToLookup(address => dac.Sos.TryGetModule(address, out DacModuleInfo info) ? Path.GetFileNameWithoutExtension(dac.Sos.GetFileName(info)) : "");
        return name.Length > 0 && _assemblies[name].ToArray() is [var only] ? Get(only) : null;
    }

    /// <summary>A method of a module of the author's is shown: should it have no lines, that is to be said once.</summary>
    public void Mention(ModuleSymbols module)
    {
        if (module.WhyNoLines is { } why && _noted.Add(module.Mvid))
            _notes.Add($"{Escape.Text(module.Name)} has no lines: {Escape.Text(why)}");
    }

    /// <summary>What is to be said of modules since it was last asked.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        string[] notes = [.. _notes];
        _notes.Clear();
        return notes;
    }

    public void Dispose() => Clear();

    private static ulong AddressOf(DacModule module)
    {
        using (module)
            return module.TryGetAddress(out ulong address) ? address : 0;
    }

    private static ModuleSymbols Create(ulong module, string? name, PEReader image, string? path, byte[]? inMemory)
    {
        var pdb = PdbFinder.Find(image, path, inMemory, out string? refused);
        // of assemblies that a program makes at run time there is no end
        string? missing = path is null ? null : "there is no PDB beside it, nor in it";
        return new ModuleSymbols(name, image, pdb) { Address = module, WhyNoLines = pdb is not null ? null : refused is null ? missing : $"{refused} is broken or of another build" };
    }

    private void Clear()
    {
        foreach (var (module, entry) in _entries)
            Close(module, entry);
    }

    private void Close(ulong module, Entry entry)
    {
        entry.Symbols?.Dispose();
        _entries.Remove(module);
    }

    private ModuleSymbols? TryOpen(in DacModuleInfo info, Guid mvid)
    {
        string path = dac.Sos.GetFileName(info);
        try
        {
            return TryOpenFile(info.Address, path, mvid) ?? TryOpenMemory(info.Address, path);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null; // a broken or unreadable image: the methods keep the names that the runtime gives them
        }
    }

    private static ModuleSymbols? TryOpenFile(ulong module, string path, Guid mvid)
    {
        if (RegularFile.TryOpen(path, MostImageBytes) is not { } file)
            return null;
        var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        // built again while the target runs: the file is not what was loaded any more
        if (metadata.GetGuid(metadata.GetModuleDefinition().Mvid) == mvid)
            return Create(module, Path.GetFileName(path), image, path, inMemory: null);
        image.Dispose();
        return null;
    }

    private ModuleSymbols? TryOpenMemory(ulong module, string path)
    {
        _images ??= new InMemoryImages(dac, reader);
        if (_images.TryOpen(module) is not { } image)
            return null;
        // the old file's PDB may still lie about; its id decides
        string? file = path.Length > 0 ? path : null;
        return Create(module, file is null ? null : Path.GetFileName(file), image, file, _images.TryReadPdb(module));
    }
}
