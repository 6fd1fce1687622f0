using System.Security;

namespace Tripod.Scripting.Packages;

/// <summary>
/// The project through which the SDK restores a script's packages and tells what they consist of. The SDK knows best:
/// which assets fit the framework, who wins when a package and the framework hold the same assembly, what is native.
/// </summary>
internal static class RestoreProject
{
    internal const string FileName = "script.csproj";
    internal const string TargetName = "Describe";
    internal const string DepsFileName = "script.deps.json";
    internal const string ReferencesName = "references.txt";
    internal const string FrameworksName = "frameworks.txt";
    internal const string OutputName = "output.txt";
    internal const string FoldersName = "folders.txt";

    /// <summary>The path of what NuGet resolved, from the project's directory.</summary>
    internal static string AssetsName { get; } = Path.Combine("obj", "project.assets.json");

    /// <param name="requirements">What the script asks for.</param>
    /// <param name="configDirectory">Where the search for NuGet.config starts: the script's directory.</param>
    internal static string Text(Requirements requirements, string configDirectory) => $"""
        <Project>
          <PropertyGroup>
            <!-- the script's packages depend on nothing that lies in directories above this one -->
            <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
            <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
            <RestoreRootConfigDirectory>{Escape(configDirectory)}</RestoreRootConfigDirectory>
          </PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.{Environment.Version.Minor}</TargetFramework>
            <OutputType>Exe</OutputType>
            <UseAppHost>false</UseAppHost>
            <EnableDefaultItems>false</EnableDefaultItems>
            <!-- a script is restored as often as it runs: no question to the vulnerability index each time -->
            <NuGetAudit>false</NuGetAudit>
            <IncludeMainProjectInDepsFile>false</IncludeMainProjectInDepsFile>
            <ProjectDepsFilePath>$(MSBuildProjectDirectory)/{DepsFileName}</ProjectDepsFilePath>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", Items(requirements))}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
          <Target Name="{TargetName}" DependsOnTargets="ResolveReferences;GenerateBuildDependencyFile">
            <ItemGroup>
              <PackageReferencePath Include="@(ReferencePath)" Condition="'%(ReferencePath.FrameworkReferenceName)' == ''" />
            </ItemGroup>
            <WriteLinesToFile File="{ReferencesName}" Lines="@(PackageReferencePath->'%(FullPath)')" Overwrite="true" />
            <WriteLinesToFile File="{FrameworksName}" Lines="@(RuntimeFramework->'%(FrameworkName)')" Overwrite="true" />
            <WriteLinesToFile File="{FoldersName}" Lines="$(NuGetPackageFolders)" Overwrite="true" />
          </Target>
        </Project>

        """;

    private static IEnumerable<string> Items(Requirements requirements)
    {
        if (requirements.NeedsWeb)
            yield return """<FrameworkReference Include="Microsoft.AspNetCore.App" />""";
        foreach (Package package in requirements.Packages)
            yield return $"""<PackageReference Include="{Escape(package.Id)}" Version="{Escape(package.Version)}" />""";
    }

    /// <summary>What MSBuild would expand, and what XML would read, is text.</summary>
    private static string? Escape(string text) => SecurityElement.Escape(text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal));
}
