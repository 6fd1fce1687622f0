using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Compiling;

/// <summary>Finds what a script names with <c>#r</c>: a file, or an assembly of the framework.</summary>
internal sealed class ReferenceFiles(string baseDirectory) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<string, (byte[] Content, PortableExecutableReference Reference)> _files = new();

    /// <summary>The absolute paths of the files that the script brings itself.</summary>
    internal IReadOnlyCollection<string> Files => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a file that were compiled against.</summary>
    internal byte[] Content(string path) => _files[path].Content;

    /// <summary>An assembly that a <c>#r</c>'d one refers to lies beside it.</summary>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is not PortableExecutableReference { FilePath: { } path } || Path.GetDirectoryName(path) == FrameworkReferences.Directory)
            return null;
        string candidate = Path.Combine(Path.GetDirectoryName(path)!, referenceIdentity.Name + ".dll");
        return TryOpen(candidate, MetadataReferenceProperties.Assembly);
    }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (Package.IsNamedBy(reference) || Directives.NamesSdk(reference))
            return [FrameworkReferences.Core]; // the resolver must answer with exactly one; what is meant comes from the restore
        if (Framework(reference) is { } framework)
            return [framework];
        string? directory = baseFilePath is null or ScriptSource.StandardInputName ? baseDirectory : Path.GetDirectoryName(baseFilePath);
        return TryOpen(Path.GetFullPath(reference, directory!), properties) is { } found ? [found] : [];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>A reference to a file; null if it is not there or cannot be read.</summary>
    private PortableExecutableReference? TryOpen(string path, MetadataReferenceProperties properties)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return _files.GetOrAdd(path, _ =>
            {
                byte[] content = File.ReadAllBytes(path);
                return (content, MetadataReference.CreateFromImage(content, properties, filePath: path));
            }).Reference;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary><c>System.Xml.Linq</c>, <c>System.Xml.Linq.dll</c> and a full display name all mean the framework's assembly.</summary>
    private static PortableExecutableReference? Framework(string reference)
    {
        string name = reference.Split(',')[0].Trim();
        string file = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name : name + ".dll";
        return FrameworkReferences.TryGet(file, out PortableExecutableReference? found) ? found : null;
    }
}
