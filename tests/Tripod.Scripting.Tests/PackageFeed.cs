using System.IO.Compression;

namespace Tripod.Scripting.Tests;

/// <summary>A feed of made-up packages beside the scripts of a folder, named by a NuGet.config there and nowhere else.</summary>
internal sealed class PackageFeed
{
    private readonly ScriptFolder _folder;

    internal PackageFeed(ScriptFolder folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder["feed"]);
        folder.Write("NuGet.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="made-up" value="feed" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Adds a package of files, each of which is a copy of a file, or text.</summary>
    internal void Add(string id, string version, params (string Name, string Content)[] files)
    {
        using ZipArchive package = ZipFile.Open(_folder[$"feed/{id}.{version}.nupkg"], ZipArchiveMode.Create);
        Write(package, id + ".nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>{version}</version><authors>tests</authors><description>made up</description></metadata>
            </package>
            """);
        foreach ((string name, string content) in files)
            if (File.Exists(content))
                package.CreateEntryFromFile(content, name);
            else
                Write(package, name, content);
    }

    private static void Write(ZipArchive package, string name, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(text);
    }
}
