using Tripod.Scripting.Compiling;

namespace Tripod.Scripting.Packages;

/// <summary>Gets a script what it asks for.</summary>
internal sealed class Restorer(string baseDirectory)
{
    internal RestoreResult Restore(Directives directives)
    {
        RestoreResult result = directives.Requirements.Packages.Count > 0 ? RestorePackages(directives) : FrameworksOnly(directives.Requirements);
        string? missing = result.Packages?.Frameworks.FirstOrDefault(name => !SharedFramework.IsInstalled(name));
        return missing is null ? result : new RestoreResult(null,
        [
            $"{directives.Position}: error: the script runs on {missing} {Environment.Version.ToString(2)}, which is not installed; get it from https://dotnet.microsoft.com/download",
        ]);
    }

    private static RestoreResult FrameworksOnly(Requirements requirements)
    {
        IReadOnlyList<string> frameworks = requirements.NeedsWeb ? [SharedFramework.Core, SharedFramework.Web] : [SharedFramework.Core];
        return new RestoreResult(RestoredPackages.None with { Requirements = requirements, Frameworks = frameworks }, []);
    }

    private RestoreResult RestorePackages(Directives directives)
    {
        string directory = Directory.CreateTempSubdirectory("tripod-restore-").FullName;
        try
        {
            return PackageRestore.Run(directives, baseDirectory, directory);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
