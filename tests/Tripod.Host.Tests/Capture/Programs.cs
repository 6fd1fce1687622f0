namespace Tripod.Host.Tests.Capture;

/// <summary>Where the programs of tests/Targets and the host itself were built to.</summary>
internal static class Programs
{
    /// <summary>The dotnet that runs this test.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string Target { get; } = Find("CaptureTarget");

    public static string Collector { get; } = Find("CaptureCollector");

    public static string Host { get; } = Find("Tripod.Host");

    private static string Find(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        string path = Path.Combine(output.Parent!.Parent!.FullName, project, output.Name, project + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("not built", path);
    }
}
