using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tripod.Scripting.Compiling;

/// <summary>Finds files that load each other in a circle, which the compiler would report as anything but that.</summary>
internal static class LoadCircle
{
    /// <summary>The diagnostic for the first circle, or null.</summary>
    internal static string? Find(CSharpCompilation compilation, SourceFiles sources)
    {
        ILookup<string, string> loads = sources.Loads;
        return Search([compilation.SyntaxTrees[^1].FilePath], loads, []) is { } circle ? Describe(circle, compilation, sources) : null;
    }

    /// <summary>Depth first; the last file of the path that is returned is the one that occurs earlier in it.</summary>
    private static List<string>? Search(List<string> path, ILookup<string, string> loads, HashSet<string> done)
    {
        foreach (string next in loads[path[^1]])
        {
            List<string> longer = [.. path, next];
            if (path.Contains(next))
                return longer[path.IndexOf(next)..];
            if (!done.Contains(next) && Search(longer, loads, done) is { } circle)
                return circle;
        }
        done.Add(path[^1]);
        return null;
    }

    private static string Describe(List<string> circle, CSharpCompilation compilation, SourceFiles sources)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First(tree => tree.FilePath == circle[^2]);
        LoadDirectiveTriviaSyntax load = tree.GetCompilationUnitRoot().GetLoadDirectives()
            .First(load => sources.ResolveReference(load.File.ValueText, tree.FilePath) == circle[^1]);
        string chain = string.Join(" → ", circle.Select(Path.GetFileName));
        return $"{DiagnosticLine.Position(load.GetLocation())}: error: #load goes in a circle: {chain}; remove one of these #load lines";
    }
}
