using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tripod.Scripting.Compiling;

namespace Tripod.Scripting.Packages;

/// <summary>The <c>#r</c> and <c>#load</c> lines of a script and of all that it loads, as far as they name packages or an SDK.</summary>
internal sealed class Directives
{
    private const string SdkPrefix = "sdk:";
    private const string PlainSdk = "Microsoft.NET.Sdk";
    private const string WebSdk = "Microsoft.NET.Sdk.Web";

    private readonly SortedDictionary<string, (Package Package, Location Location)> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _errors = [];
    private Location? _first;
    private bool _needsWeb;

    private Directives()
    {
    }

    /// <summary>What they ask for together.</summary>
    internal Requirements Requirements => new([.. _packages.Values.Select(found => found.Package)], _needsWeb);

    /// <summary>What is wrong with them, one line each.</summary>
    internal IReadOnlyList<string> Errors => _errors;

    /// <summary>Whether the text of a directive names an SDK rather than a file.</summary>
    internal static bool NamesSdk(string directive) => directive.StartsWith(SdkPrefix, StringComparison.OrdinalIgnoreCase);

    internal static Directives Of(CSharpCompilation compilation)
    {
        var directives = new Directives();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
            foreach (ReferenceDirectiveTriviaSyntax reference in root.GetReferenceDirectives())
                directives.Add(reference.File);
            foreach (LoadDirectiveTriviaSyntax load in root.GetLoadDirectives())
                directives.Add(load.File);
        }
        return directives;
    }

    /// <summary>The first line that asks for anything, as <c>file(line,col)</c>.</summary>
    internal string Position => DiagnosticLine.Position(_first!);

    /// <summary>The line that asks for the package that a message is about, or the first line.</summary>
    internal string PositionFor(string message) =>
        _packages.Values.OrderByDescending(found => found.Package.Id.Length)
            .FirstOrDefault(found => message.Contains(found.Package.Id, StringComparison.OrdinalIgnoreCase)) is { Location: { } location }
            ? DiagnosticLine.Position(location)
            : Position;

    private void Add(SyntaxToken file)
    {
        string text = file.ValueText;
        if (NamesSdk(text) || Package.IsNamedBy(text))
            _first ??= file.GetLocation();
        if (NamesSdk(text))
            AddSdk(text[SdkPrefix.Length..].Trim(), file.GetLocation());
        else if (!Package.IsNamedBy(text))
            return;
        else if (Package.TryParse(text, out Package? package))
            AddPackage(package, file.GetLocation());
        else
            Refuse(file.GetLocation(), $"\"{text}\" names no package; write \"nuget: Id, Version\"");
    }

    private void AddSdk(string name, Location location)
    {
        if (name.Equals(WebSdk, StringComparison.OrdinalIgnoreCase))
            _needsWeb = true;
        else if (!name.Equals(PlainSdk, StringComparison.OrdinalIgnoreCase))
            Refuse(location, $"the SDK {name} is not known to scripts; use {WebSdk}, or none");
    }

    private void AddPackage(Package package, Location location)
    {
        if (_packages.TryAdd(package.Id, (package, location)))
            return;
        Package first = _packages[package.Id].Package;
        if (first.Version != package.Version)
            Refuse(location, $"{package.Id} is asked for as {package.Version} here, and as {first.Version} before; keep one of the two");
    }

    private void Refuse(Location location, string message) => _errors.Add($"{DiagnosticLine.Position(location)}: error: {message}");
}
