namespace Tripod.Tests.Architecture;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A program of tests/Targets, built in the configuration of these tests.</summary>
    public static string Program(string name) =>
        Path.Combine(Root, ".artifacts", "bin", name, Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), name + ".dll");

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "Tripod.sln"))
            ? directory
            : Find(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("Tripod.sln is in no folder above the tests"));
}
