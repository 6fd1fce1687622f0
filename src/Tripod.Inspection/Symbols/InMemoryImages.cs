using System.Reflection.PortableExecutable;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Symbols;

/// <summary>Images and PDBs that lie in the target's memory alone, as after <c>Assembly.Load(bytes, pdb)</c>.</summary>
internal sealed class InMemoryImages
{
    private const ulong MostBytes = 256 << 20;

    private readonly IDataReader _reader;
    private readonly Dictionary<ulong, DacModuleData> _modules = [];

    public InMemoryImages(DacProcess dac, IDataReader reader)
    {
        _reader = reader;
        foreach (DacModule module in dac.GetModules())
            using (module)
                if (module.TryGetAddress(out ulong address) && module.TryGetData(out DacModuleData data))
                    _modules[address] = data;
    }

    /// <summary>The image as it lies in memory; null if there is none or it cannot be read whole.</summary>
    public PEReader? TryOpen(ulong module) =>
        _modules.TryGetValue(module, out DacModuleData data) && TryRead(data.ImageAddress, data.ImageSize) is { } bytes
            ? new PEReader(new MemoryStream(bytes), data.IsFileLayout != 0 ? PEStreamOptions.Default : PEStreamOptions.IsLoadedImage)
            : null;

    /// <summary>The PDB that the assembly was loaded with; null if there was none.</summary>
    public byte[]? TryReadPdb(ulong module) =>
        _modules.TryGetValue(module, out DacModuleData data) ? TryRead(data.InMemoryPdbAddress, data.InMemoryPdbSize) : null;

    private byte[]? TryRead(ulong address, ulong size)
    {
        if (address == 0 || size is 0 or > MostBytes)
            return null;
        byte[] bytes = new byte[size];
        return _reader.Read(address, bytes) == bytes.Length ? bytes : null;
    }
}
