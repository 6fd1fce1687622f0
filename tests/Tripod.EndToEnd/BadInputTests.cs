using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What a user gets wrong: one line that names the cure, the documented exit status, and no stack trace of ours.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task A_missing_file() => await AssertRefused(new() { Target = "missing.dll" }, 127, "'missing.dll'", "check");

    [Fact]
    public async Task A_missing_script() => await AssertRefused(new() { Target = "missing.csx" }, 127, "'missing.csx'", "check");

    [Theory]
    [InlineData("missing.csproj")]
    [InlineData("missing.cs")]
    [InlineData("./missing")]
    public async Task A_missing_project_app_or_executable(string target) => await AssertRefused(new() { Target = target }, 127, $"'{target}'", "check");

    [Theory]
    [InlineData("#load \"missing.csx\"", "main.csx(1,7): error CS1504:", "missing.csx")]
    [InlineData("#load \"main.csx\"", "main.csx(1,1): error: #load goes in a circle: main.csx → main.csx", "remove")]
    [InlineData("#r \"missing.dll\"", "main.csx(1,1): error CS0006:", "missing.dll")]
    public async Task A_script_that_names_what_is_not_there(string text, params string[] says) =>
        await AssertRefused(new() { Target = "main.csx" }, 1, prepare: scratch => File.WriteAllText(Path.Combine(scratch.Work, "main.csx"), text), says);

    [Fact]
    public async Task A_file_of_variables_with_a_bad_line() =>
        await AssertRefused(Launch.Of("Exits", "return", "0"), 125, prepare: scratch => File.WriteAllText(Path.Combine(scratch.Work, "tripod.env"), "TRIPOD_INTERVAL=1\nwhat?\n"), says: ["tripod.env(2)", "NAME=value"]);

    [Fact]
    public async Task A_directory() => await AssertRefused(new() { Target = "/usr" }, 126, "'/usr'", "directory", "give");

    [Fact]
    public async Task A_dll_that_is_no_program() =>
        await AssertRefused(new() { Target = WithoutEntryPoint }, 126, "library", "give");

    [Fact]
    public async Task A_dll_that_is_text() =>
        await AssertRefused(new() { Target = "text.dll" }, 126, prepare: scratch => File.WriteAllText(Path.Combine(scratch.Work, "text.dll"), "no program"), says: ["text.dll", "give"]);

    [Fact]
    public async Task An_empty_dll() =>
        await AssertRefused(new() { Target = "empty.dll" }, 126, prepare: scratch => File.WriteAllText(Path.Combine(scratch.Work, "empty.dll"), ""), says: ["empty.dll", "give"]);

    [Fact]
    public async Task A_native_library() =>
        await AssertRefused(new() { Target = NativeLibrary }, 126, "libcoreclr.so", "give");

    [Fact]
    public async Task A_native_library_called_dll() =>
        await AssertRefused(new() { Target = "native.dll" }, 126, prepare: scratch => File.Copy(NativeLibrary, Path.Combine(scratch.Work, "native.dll")), says: ["native.dll", "give"]);

    [Fact]
    public async Task A_script_with_errors()
    {
        string script = Artifacts.Script("broken.csx");
        await AssertRefused(Launch.OfScript("broken.csx"), 1, $"{script}(2,19): error CS0103:", "tires");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("0.001")]
    [InlineData("Infinity")]
    public async Task An_interval_that_is_none(string interval)
    {
        Launch launch = Launch.Of("Exits", "return", "0");
        await AssertRefused(launch with { Options = ["--interval", interval] }, 125, interval, "seconds");
        await AssertRefused(launch with { Environment = new Dictionary<string, string?> { ["TRIPOD_INTERVAL"] = interval } }, 125, interval, "TRIPOD_INTERVAL", "seconds");
    }

    [Theory]
    [InlineData("--max-bytes", "9999")]
    [InlineData("--max-pause", "-1")]
    [InlineData("--max-file-size", "1GB")]
    [InlineData("--max-files", "0")]
    [InlineData("--format", "xml")]
    public async Task A_limit_that_is_none(string option, string value)
    {
        string variable = "TRIPOD_" + option[2..].Replace('-', '_').ToUpperInvariant();
        Launch launch = Launch.Of("Exits", "return", "0");
        await AssertRefused(launch with { Options = [option, value] }, 125, option, $"'{value}'", "give");
        await AssertRefused(launch with { Environment = new Dictionary<string, string?> { [variable] = value } }, 125, variable, $"'{value}'", "give");
    }

    [Fact]
    public async Task An_output_directory_that_does_not_exist()
    {
        Launch launch = Launch.Of("Exits", "return", "0");
        await AssertRefused(launch with { Options = ["--output", "/no/such/directory"] }, 125, "/no/such/directory");
        await AssertRefused(launch with { Environment = new Dictionary<string, string?> { ["TRIPOD_OUTPUT"] = "/no/such/directory" } }, 125, "/no/such/directory");
    }

    [Fact]
    public async Task An_output_directory_that_is_a_file() =>
        await AssertRefused(Launch.Of("Exits", "return", "0") with { Options = ["--output", Artifacts.Tripod] }, 125, Artifacts.Tripod);

    [Fact]
    public async Task An_output_directory_that_cannot_be_written() =>
        // nobody can make a file there, root included
        await AssertRefused(Launch.Of("Exits", "return", "0") with { Options = ["--output", "/proc"] }, 125, "/proc");

    [Fact]
    public async Task An_unknown_option() =>
        await AssertRefused(Launch.Of("Exits", "return", "0") with { Options = ["--intervall", "1"] }, 125, "'--intervall'", "--help");

    [Fact]
    public async Task An_option_without_its_value() =>
        await AssertRefused(new() { Target = "--interval" }, 125, "'--interval'", "--help");

    [Fact]
    public async Task No_target() => await AssertRefused(new() { Target = "" }, 125, "target", "tripod run");

    [Fact]
    public async Task A_file_that_is_no_program() =>
        await AssertRefused(new() { Target = "page.html" }, 126, prepare: scratch => File.WriteAllText(Path.Combine(scratch.Work, "page.html"), "<p>"), says: ["page.html", "give"]);

    [Fact]
    public async Task An_unknown_command() => await AssertRefused(new() { Command = "frobnicate", Target = "" }, 125, "frobnicate", "--help");

    private static string WithoutEntryPoint => Path.Combine(Path.GetDirectoryName(Artifacts.Tripod)!, "Tripod.Samples.dll");

    private static string NativeLibrary =>
        Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "libcoreclr.so");

    private static Task AssertRefused(Launch launch, int status, params string[] says) => AssertRefused(launch, status, prepare: _ => { }, says);

    private static async Task AssertRefused(Launch launch, int status, Action<Scratch> prepare, string[] says)
    {
        using var scratch = new Scratch();
        prepare(scratch);
        IReadOnlyList<string> before = scratch.Contents();
        await using TargetRun run = TargetRun.Start(launch, scratch);
        int exitStatus = await run.Exit();

        string error = run.Error.Text;
        Assert.True(error.EndsWith('\n') && error.Count(character => character == '\n') == 1, $"not one line:\n{error}");
        Assert.All(says, said => Assert.Contains(said, error, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        Assert.Empty(run.Output.Bytes);
        Assert.Equal(status, exitStatus);
        Assert.Equal(before, scratch.Contents());
    }
}
