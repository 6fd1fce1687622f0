using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Tripod.Scripting.Compiling;

/// <summary>Finds what a script names with <c>#r</c>: a file, or an assembly of the framework.</summary>
internal sealed class ReferenceFiles(string baseDirectory) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _files = new();

    /// <summary>The absolute paths of the files that the script brings itself.</summary>
    internal IReadOnlyCollection<string> Files => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>An assembly that a <c>#r</c>'d one refers to lies beside it.</summary>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is not PortableExecutableReference { FilePath: { } path } || Path.GetDirectoryName(path) == FrameworkReferences.Directory)
            return null;
        string candidate = Path.Combine(Path.GetDirectoryName(path)!, referenceIdentity.Name + ".dll");
        return File.Exists(candidate) ? _files.GetOrAdd(candidate, Open(MetadataReferenceProperties.Assembly)) : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (Framework(reference) is { } framework)
            return [framework];
        string? directory = baseFilePath is null or ScriptSource.StandardInputName ? baseDirectory : Path.GetDirectoryName(baseFilePath);
        foreach (string start in (string[])[directory!, baseDirectory])
        {
            string path = Path.GetFullPath(reference, start);
            if (File.Exists(path))
                return [_files.GetOrAdd(path, Open(properties))];
        }
        return [];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static Func<string, PortableExecutableReference> Open(MetadataReferenceProperties properties) =>
        path => MetadataReference.CreateFromFile(path, properties);

    /// <summary><c>System.Xml.Linq</c>, <c>System.Xml.Linq.dll</c> and a full display name all mean the framework's assembly.</summary>
    private static PortableExecutableReference? Framework(string reference)
    {
        string name = reference.Split(',')[0].Trim();
        string file = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name : name + ".dll";
        return FrameworkReferences.TryGet(file, out PortableExecutableReference? found) ? found : null;
    }
}
