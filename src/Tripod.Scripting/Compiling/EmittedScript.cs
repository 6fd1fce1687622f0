using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Tripod.Scripting.Compiling;

/// <summary>A script's assembly and symbols in memory, or what is wrong with it.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="Image">The PE file, or null if there are errors.</param>
/// <param name="Symbols">The portable PDB, with the text of every file in it.</param>
/// <param name="Diagnostics">Errors and warnings, one line each.</param>
internal sealed record EmittedScript(string Name, byte[]? Image, byte[]? Symbols, IReadOnlyList<string> Diagnostics)
{
    internal static EmittedScript From(CSharpCompilation compilation, SourceFiles sources)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = Emit(compilation, sources, image, symbols);
        if (SaysNothing(result))
            result = Emit(WithStatement(compilation), sources, image, symbols);
        IReadOnlyList<string> diagnostics = DiagnosticLine.All(result.Diagnostics);
        return result.Success
            ? new EmittedScript(compilation.AssemblyName!, image.ToArray(), symbols.ToArray(), diagnostics)
            : new EmittedScript(compilation.AssemblyName!, null, null, diagnostics);
    }

    private static EmitResult Emit(CSharpCompilation compilation, SourceFiles sources, Stream image, Stream symbols)
    {
        // a bare file name: the directory is renamed after it was written, and debuggers look beside the assembly first
        var options = new EmitOptions(
            debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: compilation.AssemblyName + ".pdb");
        return compilation.Emit(image, symbols, options: options, embeddedTexts: Texts(compilation, sources));
    }

    /// <summary>The compiler fails without a word on a script of blanks, comments and directives: Compilation.HasCodeToEmit.</summary>
    private static bool SaysNothing(EmitResult result) =>
        !result.Success && !result.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation WithStatement(CSharpCompilation compilation)
    {
        SyntaxTree script = compilation.SyntaxTrees[^1];
        SourceText text = script.GetText();
        var statement = new TextChange(new TextSpan(text.Length, 0), "\n#line hidden\n;\n");
        return compilation.ReplaceSyntaxTree(script, script.WithChangedText(text.WithChanges(statement)));
    }

    /// <summary>The files' bytes as they were read, so that checksum and text in the PDB are the files' own, whatever their encoding.</summary>
    private static IEnumerable<EmbeddedText> Texts(CSharpCompilation compilation, SourceFiles sources) =>
        from tree in compilation.SyntaxTrees
        select EmbeddedText.FromBytes(tree.FilePath, sources.Contents[tree.FilePath], SourceHashAlgorithm.Sha256);
}
