namespace Tripod.Scripting.Tests;

/// <summary><c>#load</c>: scripts in several files.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_path_is_relative_to_the_file_that_names_it()
    {
        _folder.Write("main.csx", "#load \"lib/outer.csx\"\nWriteLine(Outer());");
        _folder.Write("lib/outer.csx", "#load \"deep/inner.csx\"\nstring Outer() => \"outer \" + Inner();");
        _folder.Write("lib/deep/inner.csx", "#load \"../../side.csx\"\nstring Inner() => \"inner \" + Side;");
        _folder.Write("side.csx", "const string Side = \"side\";");
        Assert.Equal(new Outcome(0, "outer inner side\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task Statements_run_where_their_file_is_loaded_and_once()
    {
        _folder.Write("main.csx", "#load \"one.csx\"\n#load \"two.csx\"\n#load \"one.csx\"\nWrite(\"main \");");
        _folder.Write("one.csx", "Write(\"one \");");
        _folder.Write("two.csx", "#load \"one.csx\"\nWrite(\"two \");");
        Assert.Equal("one two main ", (await _folder.Run("main.csx")).Output);
    }

    [Fact]
    public async Task An_exception_names_the_loaded_file()
    {
        _folder.Write("main.csx", "#load \"lib.csx\"\nFail();");
        _folder.Write("lib.csx", "\n\nvoid Fail() => throw new Exception(\"here\");");
        Assert.Contains($" in {_folder["lib.csx"]}:line 3\n", (await _folder.Run("main.csx")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_the_loaded_file()
    {
        _folder.Write("main.csx", "#load \"lib.csx\"\n");
        _folder.Write("lib.csx", "int n = \"one\";");
        Assert.Equal([$"{_folder["lib.csx"]}(1,9): error CS0029: Cannot implicitly convert type 'string' to 'int'"], _folder.Compile("main.csx").Diagnostics);
    }

    [Fact]
    public void A_missing_file_is_named_where_it_is_loaded()
    {
        _folder.Write("main.csx", "#load \"nowhere.csx\"\n");
        string line = Assert.Single(_folder.Compile("main.csx").Diagnostics);
        Assert.StartsWith($"{_folder["main.csx"]}(1,7): error CS1504: ", line, StringComparison.Ordinal);
        Assert.Contains("nowhere.csx", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_or_a_file_without_permission_is_an_error_of_the_script()
    {
        Directory.CreateDirectory(_folder["lib.csx"]);
        _folder.Write("main.csx", "#load \"lib.csx\"\n");
        Assert.Contains(": error CS1504: ", Assert.Single(_folder.Compile("main.csx").Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_load_each_other_are_one_line_that_shows_the_circle()
    {
        _folder.Write("main.csx", "#load \"lib/a.csx\"\nWriteLine(1);");
        _folder.Write("lib/a.csx", "// a comment\n#load \"b.csx\"\nint A() => B();");
        _folder.Write("lib/b.csx", "#load \"a.csx\"\nint B() => A();");
        Assert.Equal(
            [$"{_folder["lib/b.csx"]}(1,1): error: #load goes in a circle: a.csx → b.csx → a.csx; remove one of these #load lines"],
            _folder.Compile("main.csx").Diagnostics);
    }

    [Fact]
    public void A_file_that_loads_itself_is_a_circle()
    {
        _folder.Write("main.csx", "#load \"main.csx\"\nWriteLine(1);");
        Assert.Equal(
            [$"{_folder["main.csx"]}(1,1): error: #load goes in a circle: main.csx → main.csx; remove one of these #load lines"],
            _folder.Compile("main.csx").Diagnostics);
    }

    [Fact]
    public async Task CallerFilePath_is_the_file_of_the_call()
    {
        _folder.Write("main.csx", "#load \"lib.csx\"\nWriteLine(Here()); WriteLine(There());");
        _folder.Write("lib.csx", """
            using System.Runtime.CompilerServices;
            string Here([CallerFilePath] string path = "") => path;
            string There() => Here();
            """);
        Assert.Equal($"{_folder["main.csx"]}\n{_folder["lib.csx"]}\n", (await _folder.Run("main.csx")).Output);
    }

    [Fact]
    public async Task A_script_from_standard_input_loads_from_the_current_directory()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder.Path, "lib.csx"), "int Answer() => 42;");
        string path = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, _folder["lib.csx"]);
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"#load \"{path}\"\nWriteLine(Answer()); throw new Exception();"));
        ScriptCompilationResult result = _folder.Compile(ScriptSource.FromStandardInput(text));
        Assert.Empty(result.Diagnostics);
        Outcome outcome = await _folder.Run(result.Script!);
        Assert.Equal("42\n", outcome.Output);
        Assert.Contains(" in <stdin>:line 2\n", outcome.Error, StringComparison.Ordinal);
    }
}
