using Microsoft.CodeAnalysis.CSharp;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Compiling;

/// <summary>A script and all that it rests on, ready to be emitted; or what keeps it from being.</summary>
internal sealed class Build
{
    private Build(IReadOnlyList<string> errors) => Errors = errors;

    /// <summary>What is wrong before the compiler has even looked: circles, packages that do not exist.</summary>
    internal IReadOnlyList<string> Errors { get; }

    internal CSharpCompilation? Compilation { get; private init; }

    internal required SourceFiles Sources { get; init; }

    internal required ReferenceFiles References { get; init; }

    internal RestoredPackages Packages { get; private init; } = RestoredPackages.None;

    /// <summary>
    /// Reads the script, restores what it asks for, and reads it again with that: a package can bring scripts that ask
    /// for more. The rounds end, because requirements only grow and every one is a line of a file.
    /// </summary>
    internal static Build Of(ScriptSource source, string hostAssembly, Func<Directives, RestoreResult> restore)
    {
        RestoredPackages packages = RestoredPackages.None;
        while (true)
        {
            var sources = new SourceFiles(source, packages);
            var references = new ReferenceFiles(source.BaseDirectory);
            CSharpCompilation compilation = Submission.Create(source, hostAssembly, sources, references, packages);
            Directives directives = Directives.Of(compilation);
            Build Failed(IReadOnlyList<string> errors) => new(errors) { Sources = sources, References = references };

            if (LoadCircle.Find(compilation, sources) is { } circle)
                return Failed([circle]);
            if (directives.Errors.Count > 0)
                return Failed(directives.Errors);
            if (directives.Requirements == packages.Requirements)
                return new Build([])
                {
                    Compilation = Submission.Named(compilation, source.Name), Sources = sources, References = references, Packages = packages,
                };
            RestoreResult restored = restore(directives);
            if (restored.Packages is null)
                return Failed(restored.Errors);
            packages = restored.Packages;
        }
    }
}
