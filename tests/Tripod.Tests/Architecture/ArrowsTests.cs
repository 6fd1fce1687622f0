using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Tripod.Tests.Architecture;

/// <summary>Arrows go one way: Tripod → Scripting, Inspection, Log → Samples; nobody references Tripod.Host, and it nobody.</summary>
public class ArrowsTests
{
    public static TheoryData<string, string[], string[]> Allowed => new()
    {
        { "Tripod.Samples", [], [] },
        { "Tripod.Host", [], [] },
        { "Tripod.Scripting", [], ["Microsoft.CodeAnalysis.CSharp.Scripting"] },
        { "Tripod.Log", ["Tripod.Samples"], ["Serilog", "Serilog.Sinks.File"] },
        { "Tripod.Inspection", ["Tripod.Samples"], ["Iced", "Microsoft.Diagnostics.NETCore.Client", "Microsoft.Diagnostics.Runtime"] },
        { "Tripod", ["Tripod.Inspection", "Tripod.Log", "Tripod.Scripting"], ["DotNetEnv", "System.CommandLine"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_what_the_design_allows(string project, string[] projects, string[] packages)
    {
        var document = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));

        Assert.Equal(projects, References(document, "ProjectReference").Where(r => r != "Tripod.Host"));
        Assert.Equal(packages, References(document, "PackageReference"));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_assembly_uses_no_other_projects_and_no_package_by_the_back_door(string project, string[] projects, string[] packages)
    {
        string[] ours = [.. References(project).Where(name => name.StartsWith("Tripod", StringComparison.Ordinal))];
        string[] foreign = [.. References(project).Where(name => !IsFramework(name) && !ours.Contains(name))];

        Assert.All(ours, name => Assert.Contains(name, AllBelow(projects)));
        Assert.All(foreign, name => Assert.Contains(packages, package => BelongsTo(name, package)));
    }

    [Fact]
    public void Every_project_of_the_source_has_its_arrows_checked()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order();

        Assert.Equal(projects, Allowed.Select(row => row.Data.Item1).Order());
    }

    [Fact]
    public void The_host_is_never_referenced_as_an_assembly()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories))
            foreach (var reference in XDocument.Load(file).Descendants("ProjectReference").Where(r => Name(r) == "Tripod.Host"))
                Assert.Equal("false", reference.Attribute("ReferenceOutputAssembly")?.Value);
    }

    private static IEnumerable<string> AllBelow(string[] projects) => projects.Append("Tripod.Samples");

    private static bool BelongsTo(string assembly, string package) => Assemblies(package).Contains(assembly);

    // Packages that bring assemblies under other names than their own, as far as our code names their types.
    private static string[] Assemblies(string package) => package switch
    {
        "DotNetEnv" => ["DotNetEnv", "Sprache"],
        "Microsoft.CodeAnalysis.CSharp.Scripting" =>
            ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Scripting", "Microsoft.CodeAnalysis.CSharp.Scripting"],
        _ => [package],
    };

    private static bool IsFramework(string name) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));

    private static IEnumerable<string> References(XDocument project, string kind) => project.Descendants(kind).Select(Name).Order(StringComparer.Ordinal);

    private static string Name(XElement reference) => Path.GetFileName(reference.Attribute("Include")!.Value).Replace(".csproj", "", StringComparison.Ordinal);

    private static string[] References(string project)
    {
        string folder = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        using var image = new PEReader(File.OpenRead(Path.Combine(Repository.Root, ".artifacts", "bin", project, folder, project + ".dll")));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
