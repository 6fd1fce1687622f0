using System.Diagnostics;
using System.Text.Json;
using Tripod.Scripting.Compiling;

namespace Tripod.Scripting.Packages;

/// <summary>Restores a script's packages through the SDK.</summary>
internal static class PackageRestore
{
    /// <param name="directives">The lines that ask for packages.</param>
    /// <param name="baseDirectory">The script's directory: a NuGet.config in it or above it counts.</param>
    /// <param name="directory">An empty directory for the work; its owner deletes it.</param>
    internal static RestoreResult Run(Directives directives, string baseDirectory, string directory)
    {
        File.WriteAllText(Path.Combine(directory, RestoreProject.FileName), RestoreProject.Text(directives.Requirements, baseDirectory));
        (int exitCode, string output) = Describe(directory);
        if (exitCode != 0)
            return new RestoreResult(null, RestoreOutput.Errors(output, directives));
        File.WriteAllText(Path.Combine(directory, RestoreProject.OutputName), output);
        return new RestoreResult(Read(directives, directory), []);
    }

    /// <summary>Reads what an earlier run left in its directory.</summary>
    internal static RestoredPackages Read(Directives directives, string directory) => new()
    {
        Requirements = directives.Requirements,
        References = File.ReadAllLines(Path.Combine(directory, RestoreProject.ReferencesName)),
        Frameworks = File.ReadAllLines(Path.Combine(directory, RestoreProject.FrameworksName)),
        Folders = File.ReadAllLines(Path.Combine(directory, RestoreProject.FoldersName)),
        DepsFile = File.ReadAllBytes(Path.Combine(directory, RestoreProject.DepsFileName)),
        Directories = Directories(Path.Combine(directory, RestoreProject.AssetsName)),
        Warnings = RestoreOutput.Warnings(File.ReadAllText(Path.Combine(directory, RestoreProject.OutputName)), directives),
    };

    private static (int ExitCode, string Output) Describe(string directory)
    {
        var start = new ProcessStartInfo(Dotnet(),
            ["msbuild", "-restore", "-target:" + RestoreProject.TargetName, "-nologo", "-verbosity:quiet", "-terminalLogger:off", "-nodeReuse:false", RestoreProject.FileName])
        {
            WorkingDirectory = directory,
            // all three: a child that has the terminal makes the runtime change its settings
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    /// <summary>The muxer of the installation that runs this process: dotnet/shared/Microsoft.NETCore.App/VERSION.</summary>
    private static string Dotnet()
    {
        string own = Path.GetFullPath("../../../dotnet", FrameworkReferences.Directory);
        return File.Exists(own) ? own : "dotnet";
    }

    /// <summary>project.assets.json: "libraries" gives each package's path, relative to one of "packageFolders".</summary>
    private static Dictionary<string, string> Directories(string assetsPath)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllBytes(assetsPath));
        string[] folders = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var directories = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty library in assets.RootElement.GetProperty("libraries").EnumerateObject())
        {
            string path = library.Value.GetProperty("path").GetString()!;
            if (folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists) is { } directory)
                directories[library.Name.Split('/')[0]] = directory;
        }
        return directories;
    }
}
