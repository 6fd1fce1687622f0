using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Tripod.Proof.Generation;

/// <summary>Compiles a generated program, together with its support, in a folder of its own.</summary>
internal static class Compiler
{
    /// <summary>Name of the generated source.</summary>
    public const string GeneratedFile = "Generated.cs";

    private const string RuntimeConfiguration = """
        { "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }
        """;

    /// <summary>Writes sources, assembly and PDB; the assembly's path.</summary>
    public static string Compile(GeneratedProgram program, string folder, bool optimise)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "Generated.dll");
        File.WriteAllText(Path.ChangeExtension(path, "runtimeconfig.json"), RuntimeConfiguration);
        var trees = SupportFiles().Select(name => Tree(folder, name, Support(name))).Append(Tree(folder, GeneratedFile, program.Text));
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, deterministic: true, nullableContextOptions: NullableContextOptions.Enable,
            optimizationLevel: optimise ? OptimizationLevel.Release : OptimizationLevel.Debug);
        using FileStream assembly = File.Create(path), pdb = File.Create(Path.ChangeExtension(path, "pdb"));
        var result = CSharpCompilation.Create("Generated", trees, References(), options).Emit(
            assembly, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: pdb.Name));
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10).ToArray();
        return result.Success ? path : throw new InvalidOperationException($"seed {program.Seed} does not compile:\n{string.Join('\n', (object[])errors)}");
    }

    private static SyntaxTree Tree(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        using var file = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(file, checksumAlgorithm: SourceHashAlgorithm.Sha256), path: path);
    }

    private static IEnumerable<string> SupportFiles() =>
        typeof(Compiler).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".cs", StringComparison.Ordinal));

    private static string Support(string name)
    {
        using var reader = new StreamReader(typeof(Compiler).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<MetadataReference> References() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(path => !path.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
}
