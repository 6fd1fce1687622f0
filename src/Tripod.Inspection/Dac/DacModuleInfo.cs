using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpModuleData of dacprivate.h: a module as the runtime loaded it. The size holds the fields that are not named.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal readonly struct DacModuleInfo
{
    public readonly ulong Address;
    /// <summary>Names the file in <see cref="SosDac.GetFileName"/>; since .NET 9 the module itself.</summary>
    public readonly ulong PEAssembly;
    public readonly ulong ImageBase;
    public readonly ulong MetadataAddress;
    public readonly ulong MetadataSize;
    public readonly ulong Assembly;
    private readonly int _isReflection;
    private readonly int _isPEFile;
    private readonly ulong _baseClassIndex;
    private readonly ulong _moduleId;
    private readonly uint _transientFlags;
    /// <summary>Method tables by the rows of the TypeDef table: not the LookupMap, but its first table (request.cpp, GetModuleData).</summary>
    public readonly ulong TypeDefMap;
    /// <summary>The same by the rows of the TypeRef table.</summary>
    public readonly ulong TypeRefMap;

    /// <summary>Made by AssemblyBuilder: it grows, and has no image.</summary>
    public bool IsDynamic => _isReflection != 0;

    /// <summary>It has an image, from a file or from memory.</summary>
    public bool IsPEFile => _isPEFile != 0;
}
