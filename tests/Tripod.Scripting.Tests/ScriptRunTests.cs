namespace Tripod.Scripting.Tests;

/// <summary>What a script does when it runs, seen from outside.</summary>
public sealed class ScriptRunTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_script_writes_what_it_writes_and_exits_with_0()
    {
        Outcome outcome = await _folder.RunText("WriteLine(\"hello\"); Error.WriteLine(\"there\");");
        Assert.Equal(new Outcome(0, "hello\n", "there\n"), outcome);
    }

    [Fact]
    public async Task Arguments_arrive_in_Args_as_they_were_given()
    {
        Outcome outcome = await _folder.RunText("foreach (var arg in Args) WriteLine($\"[{arg}]\");", "one", "", "two words", "--help", "-x", "ä\n");
        Assert.Equal("[one]\n[]\n[two words]\n[--help]\n[-x]\n[ä\n]\n", outcome.Output);
    }

    [Theory]
    [InlineData("return 3;", 3)]
    [InlineData("return 0;", 0)]
    [InlineData("Environment.ExitCode = 4;", 4)]
    [InlineData("Environment.ExitCode = 4; return 0;", 0)]
    [InlineData("Environment.ExitCode = 4; return 5;", 5)]
    [InlineData("Environment.Exit(6); return 1;", 6)]
    [InlineData("await Task.Yield(); return 7;", 7)]
    [InlineData("if (Args.Count == 0) return 8; WriteLine(\"not reached\");", 8)]
    [InlineData("int Twice(int n) => 2 * n; Twice(4) + 1", 9)]
    public async Task The_exit_status_is_what_the_script_says(string text, int status)
    {
        Assert.Equal(new Outcome(status, "", ""), await _folder.RunText(text));
    }

    [Fact]
    public async Task A_script_goes_on_after_an_await()
    {
        Outcome outcome = await _folder.RunText("""
            var numbers = new List<int>();
            await foreach (var number in Count(3)) numbers.Add(number);
            await Task.WhenAll(Task.Run(() => numbers.Add(7)));
            WriteLine(string.Join(" ", numbers));
            async IAsyncEnumerable<int> Count(int to) { for (int i = 0; i < to; i++) { await Task.Yield(); yield return i; } }
            """);
        Assert.Equal(new Outcome(0, "0 1 2 7\n", ""), outcome);
    }

    [Fact]
    public async Task A_shebang_line_is_no_code()
    {
        Assert.Equal("ran\n", (await _folder.RunText("#!/usr/bin/env -S tripod run\nWriteLine(\"ran\");")).Output);
    }

    [Fact]
    public async Task The_usual_namespaces_are_imported()
    {
        Outcome outcome = await _folder.RunText("""
            dynamic bag = new ExpandoObject(); bag.Value = 1;                          // System.Dynamic, Microsoft.CSharp
            Expression<Func<int, int>> twice = n => 2 * n;                             // System.Linq.Expressions
            var text = new StringBuilder(File.Exists("/") + "");                       // System.Text, System.IO
            var list = new List<int> { 1, 2 }.Select(n => n + bag.Value).ToList();     // System.Collections.Generic, System.Linq
            WriteLine($"{text} {twice.Compile()(list.Count)} {Stopwatch.Frequency > 0} {Task.CompletedTask.IsCompleted}");
            """);
        Assert.Equal("False 4 True True\n", outcome.Output);
    }

    [Fact]
    public async Task Every_assembly_of_the_framework_can_be_used()
    {
        Outcome outcome = await _folder.RunText("""
            var json = System.Text.Json.JsonSerializer.Serialize(new { a = 1 });
            var xml = System.Xml.Linq.XElement.Parse("<a b='2'/>").Attribute("b").Value;
            var http = new System.Net.Http.HttpClient();
            var table = new System.Data.DataTable("t");
            var frozen = System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { 1 });
            WriteLine($"{json} {xml} {http.Timeout.TotalSeconds} {table} {frozen.Count} {System.Numerics.BigInteger.Pow(2, 70)}");
            """);
        Assert.Equal("{\"a\":1} 2 100 t 1 1180591620717411303424\n", outcome.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#!/usr/bin/env tripod\n// nothing yet")]
    [InlineData("#nullable enable\nusing System.Net;\n")]
    [InlineData("class Unused { }")]
    public async Task A_script_without_statements_does_nothing_and_exits_with_0(string text)
    {
        Assert.Equal(new Outcome(0, "", ""), await _folder.RunText(text));
    }

    [Fact]
    public async Task Types_extension_methods_and_unsafe_code_stand_in_a_script()
    {
        Outcome outcome = await _folder.RunText("""
            record Point(int X, int Y);
            static int Sum(this Point point) => point.X + point.Y;
            unsafe int First(int[] numbers) { fixed (int* first = numbers) return *first; }
            WriteLine($"{new Point(1, 2).Sum()} {First(new[] { 7, 8 })}");
            """);
        Assert.Equal(new Outcome(0, "3 7\n", ""), outcome);
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_shebang_line_is_no_error()
    {
        File.WriteAllText(_folder["script.csx"], "#!/usr/bin/env tripod\nWriteLine(\"ä\");", new System.Text.UTF8Encoding(true));
        Assert.Equal(new Outcome(0, "ä\n", ""), await _folder.Run("script.csx"));
    }

    [Fact]
    public async Task The_entry_assembly_is_the_script()
    {
        _folder.Write("tell me.csx", "WriteLine(System.Reflection.Assembly.GetEntryAssembly().GetName().Name);");
        Assert.Equal("tell_me\n", (await _folder.Run("tell me.csx")).Output);
    }

    [Theory]
    [InlineData("System.Linq.csx")]
    [InlineData("System.Private.CoreLib.csx")]
    [InlineData("Tripod.Host.csx")]
    [InlineData(".csx")]
    [InlineData("no extension")]
    public async Task A_script_may_have_any_name(string name)
    {
        _folder.Write(name, "WriteLine(new[] { 1, 2 }.Sum());");
        Assert.Equal(new Outcome(0, "3\n", ""), await _folder.Run(name));
    }

    [Fact]
    public async Task An_unhandled_exception_ends_a_script_as_it_ends_a_program()
    {
        _folder.Write("broken.csx", """
            int Divide(int a, int b)
            {
                return a / b;
            }
            WriteLine("before");
            Divide(1, Args.Count);
            """);
        Outcome outcome = await _folder.Run("broken.csx");
        Assert.Equal(134, outcome.ExitCode); // 128 + SIGABRT
        Assert.Equal("before\n", outcome.Output);
        Assert.StartsWith("Unhandled exception. System.DivideByZeroException: Attempted to divide by zero.\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($" in {_folder["broken.csx"]}:line 3\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($" in {_folder["broken.csx"]}:line 6\n", outcome.Error, StringComparison.Ordinal);
        // the runtime never hides the frame that stands last: Main
        Assert.Equal("Tripod.Host.ScriptHost.Main", Assert.Single(outcome.Error.Split('\n'), line => line.Contains("Tripod", StringComparison.Ordinal)).Trim()[3..30]);
    }

    [Fact]
    public async Task An_exception_after_an_await_has_the_lines_of_the_script()
    {
        _folder.Write("broken.csx", "await Task.Yield();\nthrow new InvalidOperationException(\"late\");\n");
        Outcome outcome = await _folder.Run("broken.csx");
        Assert.Equal(134, outcome.ExitCode);
        Assert.Contains("InvalidOperationException: late", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($" in {_folder["broken.csx"]}:line 2\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_uncached_script_remains()
    {
        _folder.Write("script.csx", "WriteLine(1);");
        CompiledScript script = _folder.Compile("script.csx").Script!;
        Assert.True(Directory.Exists(script.Directory));
        await _folder.Run(script);
        Assert.False(Directory.Exists(script.Directory));
    }
}
