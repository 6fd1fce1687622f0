namespace Tripod.Scripting.Tests;

/// <summary>What the author of a script is told.</summary>
public sealed class DiagnosticTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_error_names_file_line_column_and_number()
    {
        string path = _folder.Write("wrong.csx", "var a = 1;\nint b = \"two\";\n");
        ScriptCompilationResult result = _folder.Compile("wrong.csx");
        Assert.False(result.Success);
        Assert.Equal([$"{path}(2,9): error CS0029: Cannot implicitly convert type 'string' to 'int'"], result.Diagnostics);
    }

    [Fact]
    public void All_errors_are_told_in_the_order_of_the_text()
    {
        _folder.Write("wrong.csx", "Missing();\nint b = \"two\";\nreturn \"three\";");
        string[] places = [.. _folder.Compile("wrong.csx").Diagnostics.Select(line => line.Split(':')[0])];
        Assert.Equal([$"{_folder["wrong.csx"]}(1,1)", $"{_folder["wrong.csx"]}(2,9)", $"{_folder["wrong.csx"]}(3,8)"], places);
    }

    [Fact]
    public async Task A_warning_is_told_and_the_script_runs()
    {
        string path = _folder.Write("warned.csx", "#warning look here\nWriteLine(1);");
        ScriptCompilationResult result = _folder.Compile("warned.csx");
        Assert.Equal([$"{path}(1,10): warning CS1030: #warning: 'look here'"], result.Diagnostics);
        Assert.Equal("1\n", (await _folder.Run(result.Script!)).Output);
    }

    [Fact]
    public void A_line_directive_moves_the_place_of_an_error()
    {
        _folder.Write("generated.csx", "#line 40 \"template.txt\"\nint b = \"two\";\n");
        Assert.EndsWith("template.txt(40,9): error CS0029: Cannot implicitly convert type 'string' to 'int'",
            Assert.Single(_folder.Compile("generated.csx").Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Nullable_annotations_are_off_until_the_script_asks()
    {
        _folder.Write("off.csx", "string s = null; WriteLine(s?.Length);");
        _folder.Write("on.csx", "#nullable enable\nstring s = null; WriteLine(s?.Length);");
        Assert.Empty(_folder.Compile("off.csx").Diagnostics);
        Assert.Contains("warning CS8625", Assert.Single(_folder.Compile("on.csx").Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_gives_errors_and_nothing_worse()
    {
        File.WriteAllBytes(_folder["binary.csx"], [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0xff, 0xfe, 0, 1, 2, 3]);
        ScriptCompilationResult result = _folder.Compile("binary.csx");
        Assert.False(result.Success);
        Assert.All(result.Diagnostics, line => Assert.Contains("error CS", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_script_is_the_callers_to_report()
    {
        Assert.Throws<FileNotFoundException>(() => ScriptSource.FromFile(_folder["nowhere.csx"]));
        Assert.Throws<UnauthorizedAccessException>(() => ScriptSource.FromFile(_folder.Path));
    }
}
