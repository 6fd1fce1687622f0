using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Tripod.Inspection.Symbols;

/// <summary>Metadata, IL and PDB of one module, and the methods that were asked for.</summary>
internal sealed class ModuleSymbols : IDisposable
{
    // methods that a module keeps; a program that runs more of them on its stacks reads some again
    private const int MostMethods = 5_000;

    private readonly PEReader _image;
    private readonly MetadataReaderProvider? _pdbProvider;
    private readonly Dictionary<int, MethodSymbols?> _methods = [];
    private readonly Dictionary<DocumentHandle, SourceDocument> _documents = [];

    /// <param name="name">File name of the assembly, or its simple name if it came from memory.</param>
    /// <param name="image">Its image; disposed with this.</param>
    /// <param name="pdb">Its PDB, if there is one that matches; disposed with this.</param>
    /// <exception cref="BadImageFormatException">The image has no readable metadata.</exception>
    public ModuleSymbols(string? name, PEReader image, MetadataReaderProvider? pdb)
    {
        _image = image;
        _pdbProvider = pdb;
        Metadata = image.GetMetadataReader();
        Pdb = pdb?.GetMetadataReader();
        Mvid = Metadata.GetGuid(Metadata.GetModuleDefinition().Mvid);
        EntryPoint = image.PEHeaders.CorHeader?.EntryPointTokenOrRelativeVirtualAddress ?? 0;
        Name = name ?? Metadata.GetString(Metadata.GetModuleDefinition().Name);
    }

    /// <summary>File name of the assembly: <c>Shop.dll</c>.</summary>
    public string Name { get; }

    /// <summary>Address of the module in the target; 0 for one of no target.</summary>
    public ulong Address { get; init; }

    /// <summary>The id that each compilation gives its module.</summary>
    public Guid Mvid { get; }

    /// <summary>Token of the method that a program starts with; 0 for a library.</summary>
    public int EntryPoint { get; }

    public MetadataReader Metadata { get; }

    /// <summary>The portable PDB that was made with the module; null if none was found.</summary>
    public MetadataReader? Pdb { get; }

    /// <summary>What is wrong with its PDB, if a reader should know; null if there is nothing to say.</summary>
    public string? WhyNoLines { get; init; }

    /// <summary>The method of a MethodDef token; null if the metadata has none, as after an edit of running code.</summary>
    public MethodSymbols? GetMethod(int token)
    {
        if (_methods.TryGetValue(token, out MethodSymbols? method))
            return method;
        if (_methods.Count >= MostMethods)
            _methods.Clear();
        return _methods[token] = CreateMethod(token);
    }

    /// <summary>IL body of a method; null if it has none.</summary>
    /// <exception cref="BadImageFormatException">The image is broken.</exception>
    /// <exception cref="IOException">The image's file cannot be read any more.</exception>
    public MethodBodyBlock? GetBody(in MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? null : _image.GetMethodBody(method.RelativeVirtualAddress);

    /// <summary>Lines of a method; empty without a PDB.</summary>
    public ImmutableArray<LinePoint> ReadLines(MethodDefinitionHandle method) =>
        Pdb is null ? [] : PdbMethod.Lines(Pdb, method, GetDocument);

    /// <summary>The method that starts the state machine with this MoveNext; null without a PDB or for any other method.</summary>
    public MethodSymbols? FindKickoff(MethodDefinitionHandle method)
    {
        MethodDefinitionHandle kickoff = Pdb?.GetMethodDebugInformation(method).GetStateMachineKickoffMethod() ?? default;
        return kickoff.IsNil ? null : GetMethod(MetadataTokens.GetToken(kickoff));
    }

    public void Dispose()
    {
        _pdbProvider?.Dispose();
        _image.Dispose();
    }

    private MethodSymbols? CreateMethod(int token)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(token);
        int row = MetadataTokens.GetRowNumber(handle);
        return handle.Kind == HandleKind.MethodDefinition && row >= 1 && row <= Metadata.GetTableRowCount(TableIndex.MethodDef)
            ? new MethodSymbols(this, (MethodDefinitionHandle)handle)
            : null;
    }

    private SourceDocument GetDocument(DocumentHandle handle)
    {
        if (!_documents.TryGetValue(handle, out SourceDocument? document))
            _documents[handle] = document = PdbMethod.Document(Pdb!, handle);
        return document;
    }
}
