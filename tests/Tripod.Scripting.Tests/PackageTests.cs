namespace Tripod.Scripting.Tests;

/// <summary><c>#r "nuget: …"</c>, <c>#load "nuget: …"</c> and <c>#r "sdk: …"</c>.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly ScriptFolder _folder = new();
    private readonly PackageFeed _feed;

    public PackageTests() => _feed = new PackageFeed(_folder);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nuget: Made.Up, 1.0.0", "1.0.0")]
    [InlineData("nuget:Made.Up,1.2.0", "1.2.0")]
    [InlineData("nuget: Made.Up", "1.2.0")]
    [InlineData("NuGet: made.up, *", "1.2.0")]
    [InlineData("nuget: Made.Up, [1.0.0, 1.1)", "1.0.0")]
    public async Task A_package_is_found_in_the_version_that_is_asked_for(string directive, string version)
    {
        AddMadeUp("1.0.0");
        AddMadeUp("1.2.0");
        AddMadeUp("2.0.0-beta");
        _folder.Write("main.csx", $"#r \"{directive}\"\nWriteLine(MadeUp.Version);");
        Assert.Equal(new Outcome(0, version + "\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task A_package_is_loaded_from_its_folder_into_the_Default_context()
    {
        AddMadeUp("1.0.0");
        _folder.Write("main.csx", """
            #r "nuget: Made.Up, 1.0.0"
            using System.Runtime.Loader;
            WriteLine(typeof(MadeUp).Assembly.Location);
            WriteLine(AssemblyLoadContext.GetLoadContext(typeof(MadeUp).Assembly) == AssemblyLoadContext.Default);
            """);
        Assert.Equal($"{_folder["packages/made.up/1.0.0/lib/netstandard2.0/MadeUp.dll"]}\nTrue\n", (await _folder.Run("main.csx")).Output);
    }

    [Fact]
    public async Task A_package_can_be_asked_for_in_a_loaded_file_and_twice()
    {
        AddMadeUp("1.0.0");
        _folder.Write("main.csx", "#r \"nuget: Made.Up, 1.0.0\"\n#load \"lib/part.csx\"\nWriteLine(Version + MadeUp.Version);");
        _folder.Write("lib/part.csx", "#r \"nuget: Made.Up, 1.0.0\"\nstring Version = MadeUp.Version;");
        Assert.Equal("1.0.01.0.0\n", (await _folder.Run("main.csx")).Output);
    }

    [Fact]
    public async Task A_native_library_of_a_package_is_found()
    {
        string native = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so");
        _feed.Add("Made.Native", "1.0.0", ("lib/netstandard2.0/_._", ""), ("runtimes/linux/native/libmadenative.so", native));
        _folder.Write("main.csx", """
            #r "nuget: Made.Native, 1.0.0"
            using System.Runtime.InteropServices;
            [DllImport("madenative")] static extern int SystemNative_GetPid();
            WriteLine(SystemNative_GetPid() == Environment.ProcessId);
            """);
        Assert.Equal(new Outcome(0, "True\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task An_analyzer_in_a_package_stays_out()
    {
        AddMadeUp("1.0.0", ("analyzers/dotnet/cs/Broken.dll", "no assembly at all"));
        _folder.Write("main.csx", "#r \"nuget: Made.Up, 1.0.0\"\nWriteLine(MadeUp.Version);");
        Assert.Equal(new Outcome(0, "1.0.0\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task A_script_package_with_a_main_file_loads_that_alone()
    {
        _feed.Add("Made.Script", "1.0.0",
            ("contentFiles/csx/any/main.csx", "#load \"part.csx\"\nstring Main() => \"main \" + Part();"),
            ("contentFiles/csx/any/part.csx", "string Part() => \"part\";"),
            ("contentFiles/csx/any/other.csx", "this is not C#"));
        _folder.Write("main.csx", "#load \"nuget: Made.Script, 1.0.0\"\nWriteLine(Main());");
        Assert.Equal(new Outcome(0, "main part\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task A_script_package_without_a_main_file_loads_all_its_files_and_what_they_ask_for()
    {
        AddMadeUp("1.0.0");
        _feed.Add("Made.Script", "1.0.0",
            ("contentFiles/csx/any/one.csx", "string One() => \"one\";"),
            ("contentFiles/csx/any/two.csx", "#r \"nuget: Made.Up, 1.0.0\"\nstring Two() => MadeUp.Version;"));
        _folder.Write("main.csx", "#load \"nuget: Made.Script, 1.0.0\"\nWriteLine(One() + Two());");
        Assert.Equal(new Outcome(0, "one1.0.0\n", ""), await _folder.Run("main.csx"));
    }

    [Theory]
    [InlineData("nuget: Missing.Package, 1.0.0", "error NU1101: Unable to find package Missing.Package.")]
    [InlineData("nuget: Made.Up, 7.0.0", "error NU1102: Unable to find package Made.Up with version (>= 7.0.0); Found 1 version(s) in made-up")]
    [InlineData("nuget: Made.Up, one", "error: \"nuget: Made.Up, one\" names no package; write \"nuget: Id, Version\"")]
    [InlineData("nuget: ", "error: \"nuget: \" names no package; write \"nuget: Id, Version\"")]
    [InlineData("nuget: A b, 1.0", "error: \"nuget: A b, 1.0\" names no package; write \"nuget: Id, Version\"")]
    [InlineData("nuget: Made.Up, $(Version)", "error: \"nuget: Made.Up, $(Version)\" names no package; write \"nuget: Id, Version\"")]
    [InlineData("sdk:Made.Up.Sdk", "error: the SDK Made.Up.Sdk is not known to scripts; use Microsoft.NET.Sdk.Web, or none")]
    public void What_cannot_be_had_is_one_line_at_its_directive(string directive, string message)
    {
        AddMadeUp("1.0.0");
        string path = _folder.Write("main.csx", $"// a comment\n#r \"{directive}\"\n");
        Assert.StartsWith($"{path}(2,4): {message}", Assert.Single(_folder.Compile("main.csx").Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_versions_of_a_package_are_an_error_that_names_both()
    {
        string path = _folder.Write("main.csx", "#r \"nuget: Made.Up, 1.0.0\"\n#r \"nuget: Made.Up, 1.2.0\"\n");
        Assert.Equal([$"{path}(2,4): error: Made.Up is asked for as 1.2.0 here, and as 1.0.0 before; keep one of the two"], _folder.Compile("main.csx").Diagnostics);
    }

    [Fact]
    public void A_package_without_scripts_cannot_be_loaded()
    {
        AddMadeUp("1.0.0");
        string path = _folder.Write("main.csx", "#load \"nuget: Made.Up, 1.0.0\"\n");
        Assert.StartsWith($"{path}(1,7): error CS1504: ", Assert.Single(_folder.Compile("main.csx").Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_web_SDK_gives_a_script_the_ASP_NET_framework()
    {
        _folder.Write("main.csx", """
            #r "sdk:Microsoft.NET.Sdk.Web"
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Logging;
            var builder = WebApplication.CreateBuilder(new[] { "--urls", "http://127.0.0.1:0" });
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.MapGet("/", () => "hello");
            await app.StartAsync();
            WriteLine(await new System.Net.Http.HttpClient().GetStringAsync(app.Urls.First()));
            await app.StopAsync();
            """);
        Assert.Equal(new Outcome(0, "hello\n", ""), await _folder.Run("main.csx"));
    }

    private void AddMadeUp(string version, params (string Name, string Content)[] more)
    {
        string library = _folder.WriteLibrary($"build/{version}/MadeUp.dll", $"public static class MadeUp {{ public static string Version => \"{version}\"; }}");
        _feed.Add("Made.Up", version, [("lib/netstandard2.0/MadeUp.dll", library), .. more]);
    }
}
