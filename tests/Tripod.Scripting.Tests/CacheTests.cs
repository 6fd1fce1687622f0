namespace Tripod.Scripting.Tests;

/// <summary>Scripts that were compiled before.</summary>
public sealed class CacheTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Cache => _folder["cache"];

    [Fact]
    public async Task A_script_is_compiled_once_and_runs_as_often_as_one_likes()
    {
        _folder.Write("main.csx", "WriteLine(Args[0]); return 3;");
        CompiledScript first = Compile();
        CompiledScript second = Compile();
        Assert.Equal(first, second);
        Assert.False(first.IsTemporary);
        Assert.Equal(new Outcome(3, "a\n", ""), await _folder.Run(first, "a"));
        Assert.Equal(new Outcome(3, "b\n", ""), await _folder.Run(second, "b"));
        Assert.True(File.Exists(Path.ChangeExtension(second.AssemblyPath, ".pdb")));
    }

    [Fact]
    public void Its_warnings_are_told_each_time()
    {
        _folder.Write("main.csx", "#warning look here\n");
        IReadOnlyList<string> first = _folder.Compile("main.csx", Cached).Diagnostics;
        Assert.Contains("warning CS1030", Assert.Single(first), StringComparison.Ordinal);
        Assert.Equal(first, _folder.Compile("main.csx", Cached).Diagnostics);
        Assert.Single(Entries());
    }

    [Fact]
    public void A_script_with_errors_is_not_kept()
    {
        _folder.Write("main.csx", "int n = \"one\";");
        Assert.False(_folder.Compile("main.csx", Cached).Success);
        Assert.Empty(Entries());
    }

    [Fact]
    public async Task A_changed_script_is_compiled_again()
    {
        _folder.Write("main.csx", "WriteLine(1);");
        CompiledScript before = Compile();
        _folder.Write("main.csx", "WriteLine(2);");
        Assert.Equal("2\n", (await _folder.Run(Compile())).Output);
        Assert.Equal("1\n", (await _folder.Run(before)).Output);
    }

    [Fact]
    public async Task A_changed_file_that_is_loaded_makes_another_entry_and_the_old_one_stays_for_who_runs_it()
    {
        _folder.Write("main.csx", "#load \"lib.csx\"\nWriteLine(N);");
        _folder.Write("lib.csx", "const int N = 1;");
        CompiledScript one = Compile();
        _folder.Write("lib.csx", "const int N = 2;");
        CompiledScript two = Compile();
        Assert.Equal("1\n2\n", (await _folder.Run(one)).Output + (await _folder.Run(two)).Output);
        _folder.Write("lib.csx", "const int N = 1;");
        Assert.Equal(one, Compile());
    }

    [Fact]
    public async Task A_changed_assembly_that_is_referred_to_compiles_the_script_again()
    {
        _folder.WriteLibrary("Lib.dll", "public static class Lib { public const int N = 1; }");
        _folder.Write("main.csx", "#r \"Lib.dll\"\nWriteLine(Lib.N);");
        Assert.Equal("1\n", (await _folder.Run(Compile())).Output);
        _folder.WriteLibrary("Lib.dll", "public static class Lib { public const int N = 2; }");
        Assert.Equal("2\n", (await _folder.Run(Compile())).Output);
    }

    [Fact]
    public void The_same_text_in_another_place_is_another_script()
    {
        _folder.Write("main.csx", "throw new Exception();");
        _folder.Write("copy/main.csx", "throw new Exception();");
        Assert.NotEqual(Compile(), _folder.Compile("copy/main.csx", Cached).Script);
    }

    [Fact]
    public void The_cache_is_private()
    {
        Directory.CreateDirectory(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        _folder.Write("main.csx", "");
        CompiledScript script = Compile();
        foreach (string directory in (string[])[Cache, _folder["cache/scripts"], script.Directory])
            Assert.Equal(Private, File.GetUnixFileMode(directory));
    }

    [Fact]
    public async Task A_cache_behind_a_symbolic_link_is_not_used()
    {
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.CreateSymbolicLink(Cache, _folder["elsewhere"]);
        _folder.Write("main.csx", "WriteLine(1);");
        CompiledScript script = Compile();
        Assert.True(script.IsTemporary);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["elsewhere"]));
        Assert.Equal("1\n", (await _folder.Run(script)).Output);
    }

    [Theory]
    [InlineData("cache")]
    [InlineData("cache/scripts")]
    public void A_cache_of_another_user_is_not_used(string directory)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a directory away");
        _folder.Write("main.csx", "");
        Directory.CreateDirectory(_folder[directory]);
        Ownership.Give(_folder[directory], 12345);
        CompiledScript script = Compile();
        Assert.True(script.IsTemporary);
    }

    [Fact]
    public void An_entry_of_another_user_is_not_used()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a directory away");
        _folder.Write("main.csx", "");
        CompiledScript foreign = Compile();
        Ownership.Give(foreign.Directory, 12345);
        CompiledScript script = Compile();
        Assert.True(script.IsTemporary);
    }

    [Theory]
    [InlineData("main.dll", "")]
    [InlineData("main.dll", "damaged")]
    [InlineData("main.pdb", null)]
    [InlineData("script.runtimeconfig.json", "{}")]
    [InlineData("script.manifest", "")]
    [InlineData("script.manifest", "tripod-script 1\nassembly main.dll\n")]
    [InlineData("script.manifest", null)]
    public async Task A_damaged_entry_is_made_again(string file, string? content)
    {
        _folder.Write("main.csx", "WriteLine(1);");
        CompiledScript damaged = Compile();
        string path = Path.Combine(damaged.Directory, file);
        if (content is null)
            File.Delete(path);
        else
            File.WriteAllText(path, content);
        CompiledScript script = Compile();
        Assert.Equal(damaged, script);
        Assert.Single(Entries());
        Assert.Equal("1\n", (await _folder.Run(script)).Output);
    }

    [Fact]
    public async Task Many_writers_at_once_leave_one_entry_that_is_whole()
    {
        _folder.Write("main.csx", "WriteLine(1);");
        CompiledScript[] scripts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Compile)));
        Assert.Single(scripts.Distinct());
        Assert.Single(Entries());
        Assert.Equal("1\n", (await _folder.Run(scripts[0])).Output);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_costs_only_time()
    {
        _folder.Write("cache", "a file where the directory should be");
        _folder.Write("main.csx", "WriteLine(1);");
        CompiledScript script = Compile();
        Assert.True(script.IsTemporary);
        Assert.Equal("1\n", (await _folder.Run(script)).Output);
    }

    [Fact]
    public void What_was_used_longest_ago_goes_first()
    {
        string old = Directory.CreateDirectory(_folder["cache/scripts/old"]).FullName;
        string recent = Directory.CreateDirectory(_folder["cache/scripts/recent"]).FullName;
        foreach (string entry in (string[])[old, recent])
            File.WriteAllBytes(Path.Combine(entry, "large"), new byte[1000]);
        string abandoned = Directory.CreateDirectory(_folder["cache/scripts/.new-abandoned"]).FullName;
        string unfinished = Directory.CreateDirectory(_folder["cache/scripts/.new-unfinished"]).FullName;
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        Directory.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow.AddDays(-2));

        Tripod.Scripting.Cache.CacheLimit.Apply(_folder["cache/scripts"], mostEntries: 10, mostBytes: 1500, keep: "");
        Assert.Equal([unfinished, recent], Directory.GetDirectories(_folder["cache/scripts"]).Order());
        Tripod.Scripting.Cache.CacheLimit.Apply(_folder["cache/scripts"], mostEntries: 0, mostBytes: 1500, keep: recent);
        Assert.True(Directory.Exists(recent));
    }

    [Fact]
    public async Task A_restore_is_done_once_for_all_scripts_that_ask_for_the_same()
    {
        var feed = new PackageFeed(_folder);
        string library = _folder.WriteLibrary("build/MadeUp.dll", "public static class MadeUp { public const int N = 1; }");
        feed.Add("Made.Up", "1.0.0", ("lib/netstandard2.0/MadeUp.dll", library));
        _folder.Write("main.csx", "#r \"nuget: Made.Up, 1.0.0\"\nWriteLine(MadeUp.N);");
        _folder.Write("other.csx", "#r \"nuget: Made.Up, 1.0.0\"\nWriteLine(MadeUp.N + 1);");
        Assert.Equal("1\n", (await _folder.Run(Compile())).Output);

        string restored = Assert.Single(Directory.GetFileSystemEntries(_folder["cache/packages"]));
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(restored, "obj", "project.assets.json"));
        Assert.Equal("2\n", (await _folder.Run(_folder.Compile("other.csx", Cached).Script!)).Output);
        Assert.Equal(restored, Assert.Single(Directory.GetFileSystemEntries(_folder["cache/packages"])));

        _folder.Write("NuGet.config", File.ReadAllText(_folder["NuGet.config"]) + "<!-- other settings -->");
        Compile();
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder["cache/packages"]).Length);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(restored, "obj", "project.assets.json")));
    }

    [Fact]
    public void Packages_that_are_gone_are_restored_again()
    {
        var feed = new PackageFeed(_folder);
        string library = _folder.WriteLibrary("build/MadeUp.dll", "public static class MadeUp { public const int N = 1; }");
        feed.Add("Made.Up", "1.0.0", ("lib/netstandard2.0/MadeUp.dll", library));
        _folder.Write("main.csx", "#r \"nuget: Made.Up, 1.0.0\"\nWriteLine(MadeUp.N);");
        Compile();
        Directory.Delete(_folder["packages"], recursive: true);
        Compile();
        Assert.True(File.Exists(_folder["packages/made.up/1.0.0/lib/netstandard2.0/MadeUp.dll"]));
    }

    [Fact]
    public void A_script_whose_packages_may_be_newer_tomorrow_is_not_kept()
    {
        var feed = new PackageFeed(_folder);
        feed.Add("Made.Up", "1.0.0", ("lib/netstandard2.0/_._", ""));
        _folder.Write("main.csx", "#r \"nuget: Made.Up, 1.*\"\n");
        CompiledScript script = Compile();
        Assert.True(script.IsTemporary);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["cache/packages"]));
    }

    private CompileOptions Cached(CompileOptions options) => options with { CacheDirectory = Cache };

    private CompiledScript Compile()
    {
        ScriptCompilationResult result = _folder.Compile("main.csx", Cached);
        Assert.Empty(result.Diagnostics);
        return result.Script!;
    }

    private string[] Entries() => Directory.GetFileSystemEntries(_folder["cache/scripts"]);
}
