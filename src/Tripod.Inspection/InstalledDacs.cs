using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection;

/// <summary>
/// The DACs on this machine. A single-file program brings its runtime without the DAC that reads it; the one of the same
/// build lies in an installed runtime, or in the package from which the program was published.
/// </summary>
public static class InstalledDacs
{
    /// <summary>What to do where there is none.</summary>
    public const string Cure = "install that runtime, put libmscordaccore.so of its runtime package beside the program, or publish it without PublishSingleFile";

    // as NuGet's packages name it; a runtime that a distribution has built has another name for itself
    private static string Platform => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    /// <summary>Whether there may be one for a single-file program: its build is known to the collector alone.</summary>
    /// <param name="program">Path of the program, or of a link to it.</param>
    /// <param name="version">Its runtime's version, such as <c>10.0.12</c>.</param>
    public static bool MayHave(string program, string version) =>
        File.Exists(DacLibrary.PathBeside(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)) || OfVersion(version).Any(File.Exists);

    /// <summary>The one of a build; null if there is none.</summary>
    internal static string? Find(string program, IReadOnlyList<ImmutableArray<byte>> builds) =>
        All(program).FirstOrDefault(path => File.Exists(path) && IsOneOf(builds, BuildId.Of(path)));

    private static bool IsOneOf(IReadOnlyList<ImmutableArray<byte>> builds, byte[] build) =>
        build.Length > 0 && builds.Any(wanted => !wanted.IsDefault && wanted.SequenceEqual(build));

    private static IEnumerable<string> All(string program) =>
    [
        DacLibrary.PathBeside(program),
        .. Folders().Where(Directory.Exists).SelectMany(Directory.GetDirectories).SelectMany(folder => OfVersion(Path.GetFileName(folder))).Distinct(),
    ];

    private static IEnumerable<string> OfVersion(string version) =>
    [
        .. Folders().SelectMany(folder => new[]
        {
            DacLibrary.PathBeside(Path.Combine(folder, version, "any")),
            DacLibrary.PathBeside(Path.Combine(folder, version, "runtimes", Platform, "native", "any")),
        }),
    ];

    /// <summary>Folders with a folder for each version: of the runtime that runs us, and of NuGet's packages.</summary>
    private static IEnumerable<string> Folders()
    {
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), ".."));
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        yield return Path.Combine(packages, "microsoft.netcore.app.runtime." + Platform);
    }
}
