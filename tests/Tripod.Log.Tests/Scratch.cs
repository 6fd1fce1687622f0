namespace Tripod.Log.Tests;

/// <summary>A directory of one test's own.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("tripod-log-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string NewLog(string? folder = null) => LogFile.Create(folder ?? Folder, Header("slow.csx"));

    public static RunHeader Header(string target) => new()
    {
        Target = target,
        ProcessId = 1,
        Started = Samples.Start,
        Interval = TimeSpan.FromSeconds(5),
        WorkingDirectory = "/",
        Version = "1",
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
