namespace Tripod.EndToEnd.Runs;

/// <summary>One small program, published in every way that brings its runtime or puts it into one file; made once for all tests.</summary>
public sealed class PublishedPrograms : IDisposable
{
    // one build, and one process for all of it: to publish each by itself would take four times as long
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <SelfContained>true</SelfContained>
            <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
            <Out>$(MSBuildProjectDirectory)/out</Out>
          </PropertyGroup>
          <Target Name="PublishAll" DependsOnTargets="Build">
            <MSBuild Projects="$(MSBuildProjectFullPath)" Targets="Publish" Properties="NoBuild=true;PublishDir=$(Out)/folder/" />
            <MSBuild Projects="$(MSBuildProjectFullPath)" Targets="Publish" Properties="NoBuild=true;PublishSingleFile=true;PublishDir=$(Out)/single/" />
            <MSBuild Projects="$(MSBuildProjectFullPath)" Targets="Publish" Properties="NoBuild=true;PublishSingleFile=true;EnableCompressionInSingleFile=true;PublishDir=$(Out)/compressed/" />
            <MSBuild Projects="$(MSBuildProjectFullPath)" Targets="Publish" Properties="SelfContained=false;PublishSingleFile=true;IntermediateOutputPath=obj/dependent/;OutDir=bin/dependent/;PublishDir=$(Out)/dependent/" />
          </Target>
        </Project>
        """;

    private const string Source = """
        using System;
        using System.Reflection;

        int answer = 42;
        string text = "forty" + args.Length;
        Console.WriteLine(string.Join('|', Environment.GetCommandLineArgs()));
        Console.WriteLine($"{Assembly.GetEntryAssembly()} {AppContext.BaseDirectory} {Environment.ProcessPath}");
        Console.WriteLine("ready");
        Console.ReadLine();
        Console.WriteLine(text + answer);
        return 9;
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tripod-test-");

    public PublishedPrograms()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "App.csproj"), Project);
        File.WriteAllText(SourcePath, Source);
        Sdk.Run(_folder.FullName, "msbuild", "-restore", "-t:PublishAll", "-v:q", "-nologo");
    }

    internal string SourcePath => Path.Combine(_folder.FullName, "Program.cs");

    /// <summary>The executable that was published in one way: folder, single, compressed, or dependent.</summary>
    internal string this[string way] => Path.Combine(_folder.FullName, "out", way, "App");

    public void Dispose() => _folder.Delete(recursive: true);
}
