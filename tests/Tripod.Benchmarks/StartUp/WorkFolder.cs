using Tripod.EndToEnd.Runs;

namespace Tripod.Benchmarks.StartUp;

/// <summary>The scripts that are measured, in a folder of their own with everything that the runs leave behind.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const int Loaded = 20;
    private const int Methods = 24; // of four lines each

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tripod-benchmark-");

    internal WorkFolder()
    {
        FileBasedApp = Write("hello.cs", "#:property PublishAot=false\nConsole.WriteLine(\"Hello\");\n");
        Program = Path.Combine(Folder, "hello", "hello.dll");
        new Start("dotnet build hello.cs", [Artifacts.Dotnet, "build", FileBasedApp, "--output", Path.GetDirectoryName(Program)!]).Once(Folder);
        Script = Write("hello.csx", "WriteLine(\"Hello\");\n");
        LongScript = Write("lines.csx", string.Concat(Enumerable.Range(0, Methods).Select(Method)) + Calls(Methods));
        for (int i = 0; i < Loaded; i++)
            Write($"part{i}.csx", Method(i));
        LoadingScript = Write("loads.csx", string.Concat(Enumerable.Range(0, Loaded).Select(i => $"#load \"part{i}.csx\"\n")) + Calls(Loaded));
    }

    internal string Folder => _folder.FullName;

    internal string FileBasedApp { get; }

    /// <summary>The same, built as a program.</summary>
    internal string Program { get; }

    internal string Script { get; }

    internal string LongScript { get; }

    internal string LoadingScript { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Method(int i) => $$"""
        int Sum{{i}}(IEnumerable<int> numbers)
        {
            return numbers.Where(n => n % {{i + 2}} == 0).Select(n => n * {{i + 1}}).Sum();
        }

        """;

    private static string Calls(int count) =>
        $"var numbers = Enumerable.Range(0, 100).ToList();\nvar sums = new Dictionary<string, int>();\nsums[\"all\"] = {string.Join(" + ", Enumerable.Range(0, count).Select(i => $"Sum{i}(numbers)"))};\nWriteLine(sums[\"all\"]);\n";

    private string Write(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
