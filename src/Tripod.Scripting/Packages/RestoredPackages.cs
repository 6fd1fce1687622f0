namespace Tripod.Scripting.Packages;

/// <summary>Packages on disk, as the SDK resolved them for a script.</summary>
internal sealed record RestoredPackages
{
    /// <summary>No packages at all.</summary>
    internal static RestoredPackages None { get; } = new() { Requirements = Requirements.None };

    /// <summary>What was asked for.</summary>
    internal required Requirements Requirements { get; init; }

    /// <summary>Assemblies to compile against, without the framework's; the SDK has settled conflicts between the two.</summary>
    internal IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Shared frameworks that the script must run on.</summary>
    internal IReadOnlyList<string> Frameworks { get; init; } = ["Microsoft.NETCore.App"];

    /// <summary>The roots of the package folders, in which the runtime host looks for what <see cref="DepsFile"/> names.</summary>
    internal IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The deps.json with all managed, native and satellite assemblies, or null if there are no packages.</summary>
    internal byte[]? DepsFile { get; init; }

    /// <summary>The directory of each package, by its id.</summary>
    internal IReadOnlyDictionary<string, string> Directories { get; init; } = new Dictionary<string, string>();

    /// <summary>What NuGet warns of, one line each.</summary>
    internal IReadOnlyList<string> Warnings { get; init; } = [];
}
