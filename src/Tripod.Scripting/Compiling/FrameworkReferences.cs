using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Tripod.Scripting.Compiling;

/// <summary>
/// The assemblies of the shared framework that runs this process, and that will run the script: the implementation
/// itself, because a machine that only runs programs has no reference assemblies.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<Dictionary<string, PortableExecutableReference>> Loaded = new(Load);

    /// <summary>
    /// The directory of the shared framework, by the name that the host has for it: the core library's own location is
    /// what is behind all links, and the others lie elsewhere if an installation is made of links.
    /// </summary>
    internal static string Directory { get; } = Path.GetDirectoryName(Trusted.First(path => Path.GetFileName(path) == "System.Runtime.dll"))!;

    /// <summary>All of them: a script may use any part of the framework without naming it.</summary>
    internal static IEnumerable<MetadataReference> All => Loaded.Value.Values;

    /// <summary>The core library, which every script refers to.</summary>
    internal static PortableExecutableReference Core => Loaded.Value["System.Private.CoreLib.dll"];

    /// <summary>The reference for the framework's file of that name, if it has one.</summary>
    internal static bool TryGet(string fileName, [NotNullWhen(true)] out PortableExecutableReference? reference) =>
        Loaded.Value.TryGetValue(fileName, out reference);

    private static string[] Trusted => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    // the runtime host's list leaves native libraries out, and names the core library twice
    private static Dictionary<string, PortableExecutableReference> Load() =>
        Trusted
            .Where(path => Path.GetDirectoryName(path) == Directory)
            .Distinct()
            .ToDictionary(path => Path.GetFileName(path), path => MetadataReference.CreateFromFile(path), StringComparer.OrdinalIgnoreCase);
}
