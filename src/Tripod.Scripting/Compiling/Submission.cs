using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Compiling;

/// <summary>Turns a script into a compilation: its globals, imports and references.</summary>
internal static class Submission
{
    private const string GlobalsTypeName = "Tripod.Host.ScriptGlobals";

    /// <summary>The namespaces, and the type, that dotnet-script imports into every script.</summary>
    private static readonly string[] Imports =
    [
        "System", "System.IO", "System.Collections.Generic", "System.Console", "System.Diagnostics", "System.Dynamic",
        "System.Linq", "System.Linq.Expressions", "System.Text", "System.Threading.Tasks",
    ];

    /// <summary>
    /// Implementation assemblies refer to each other's and to reference assemblies' versions; the runtime unifies them
    /// silently, so the warnings about it say nothing to the author of a script.
    /// </summary>
    private static readonly ImmutableDictionary<string, ReportDiagnostic> Unified =
        ImmutableDictionary<string, ReportDiagnostic>.Empty
            .Add("CS1701", ReportDiagnostic.Suppress)
            .Add("CS1702", ReportDiagnostic.Suppress);

    /// <summary>The globals' assembly is loaded to name the type to the compiler; none of its code runs here.</summary>
    private static readonly AssemblyLoadContext Globals = new("script globals");

    internal static CSharpCompilation Create(
        ScriptSource source, string hostAssembly, SourceFiles sources, ReferenceFiles references, RestoredPackages packages)
    {
        ScriptOptions options = ScriptOptions.Default
            .WithFilePath(source.Path)
            .WithImports(Imports)
            .WithReferences(FrameworkReferences.All.Concat(Additional(packages)))
            .WithSourceResolver(sources)
            .WithMetadataResolver(references)
            .WithAllowUnsafe(true)
            .WithOptimizationLevel(OptimizationLevel.Debug);
        Type globals = Globals.LoadFromAssemblyPath(Path.GetFullPath(hostAssembly)).GetType(GlobalsTypeName, throwOnError: true)!;

        // int?: `return 3;` is the exit status, no return leaves it to Environment.ExitCode, `return "x";` is an error
        Script<int?> script = CSharpScript.Create<int?>(new MemoryStream(source.Content), options, globals);
        var compilation = (CSharpCompilation)script.GetCompilation();
        // deterministic: the same script twice is the same entry of the cache
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Unified).WithDeterministic(true));
    }

    /// <summary>
    /// Names the assembly as the script, so that it reads well in a log; with the extension if that name is taken,
    /// because the Default load context can hold an assembly's name only once.
    /// </summary>
    internal static CSharpCompilation Named(CSharpCompilation compilation, string name)
    {
        bool taken = compilation.References.Concat(compilation.DirectiveReferences)
            .OfType<PortableExecutableReference>()
            .Any(reference => string.Equals(Path.GetFileNameWithoutExtension(reference.FilePath), name, StringComparison.OrdinalIgnoreCase));
        return compilation.WithAssemblyName(taken ? name + ".csx" : name);
    }

    private static IEnumerable<MetadataReference> Additional(RestoredPackages packages) =>
        packages.Frameworks.SelectMany(SharedFramework.Assemblies)
            .Concat(packages.References)
            .Select(path => MetadataReference.CreateFromFile(path));
}
