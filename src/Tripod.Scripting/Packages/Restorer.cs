using System.ComponentModel;
using Tripod.Scripting.Cache;
using Tripod.Scripting.Compiling;

namespace Tripod.Scripting.Packages;

/// <summary>Gets a script what it asks for.</summary>
internal sealed class Restorer(string baseDirectory, RestoreCache? cache)
{
    internal RestoreResult Restore(Directives directives)
    {
        RestoreResult result = directives.Requirements.Packages.Count > 0 ? TryRestore(directives) : FrameworksOnly(directives.Requirements);
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

    private RestoreResult TryRestore(Directives directives)
    {
        try
        {
            return RestorePackages(directives);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception) // no room, or no dotnet
        {
            return new RestoreResult(null, [$"{directives.Position}: error: the packages cannot be restored: {exception.Message}"]);
        }
    }

    private RestoreResult RestorePackages(Directives directives)
    {
        bool keeps = cache is not null && !directives.Requirements.IsFloating;
        if (keeps && cache!.Find(directives, baseDirectory) is { } found)
            return found;
        string? kept = keeps ? cache!.TryBegin() : null;
        string directory = kept ?? Directory.CreateTempSubdirectory("tripod-restore-").FullName;
        try
        {
            RestoreResult result = PackageRestore.Run(directives, baseDirectory, directory);
            if (kept is not null && result.Packages is not null)
                cache!.Commit(kept, directives.Requirements, baseDirectory);
            return result;
        }
        finally
        {
            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
        }
    }
}
