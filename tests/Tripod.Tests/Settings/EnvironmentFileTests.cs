using Tripod.Settings;

namespace Tripod.Tests.Settings;

public sealed class EnvironmentFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tripod-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Its_lines_are_variables_and_the_environment_stays_as_it_is()
    {
        string path = Write("# comment\nTRIPOD_INTERVAL=7\nexport TRIPOD_OUTPUT=\"/a b\"\nTRIPOD_INTERVAL=8\n");

        var variables = EnvironmentFile.Read(path);

        Assert.Equal("8", variables["TRIPOD_INTERVAL"]);
        Assert.Equal("/a b", variables["TRIPOD_OUTPUT"]);
        Assert.Null(Environment.GetEnvironmentVariable("TRIPOD_INTERVAL"));
    }

    [Fact]
    public void A_bad_line_is_named_with_its_file()
    {
        string path = Write("TRIPOD_INTERVAL=7\nthis is no variable\n");

        var failure = Assert.Throws<LaunchException>(() => EnvironmentFile.Read(path));

        Assert.StartsWith($"{path}(2): ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_is_missing_is_an_error()
    {
        string path = Path.Combine(_directory, "none.env");

        Assert.Contains(path, Assert.Throws<LaunchException>(() => EnvironmentFile.Read(path)).Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        string path = Path.Combine(_directory, "tripod.env");
        File.WriteAllText(path, text);
        return path;
    }
}
