namespace Tripod.Scripting.Tests;

public sealed class SampleTests
{
    [Fact]
    public void The_sample_script_compiles_without_a_warning()
    {
        using var folder = new ScriptFolder();
        ScriptCompilationResult result = folder.Compile(ScriptSource.FromFile(Path.Combine(Samples(), "slow.csx")));
        Assert.Empty(result.Diagnostics);
        result.Script!.Discard();
        Assert.False(Directory.Exists(result.Script.Directory));
    }

    private static string Samples()
    {
        string directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Tripod.sln")))
            directory = Path.GetDirectoryName(directory)!;
        return Path.Combine(directory, "samples");
    }
}
