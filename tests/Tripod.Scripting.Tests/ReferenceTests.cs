namespace Tripod.Scripting.Tests;

/// <summary><c>#r</c> of files and of the framework's assemblies.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_found_beside_the_script_and_loads_when_it_runs()
    {
        _folder.WriteLibrary("lib/Greeting.dll", "public static class Greeting { public static string For(string name) => \"hello \" + name; }");
        _folder.Write("main.csx", "#r \"lib/Greeting.dll\"\nWriteLine(Greeting.For(\"you\"));");
        Assert.Equal(new Outcome(0, "hello you\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task A_path_is_relative_to_the_file_that_names_it()
    {
        _folder.WriteLibrary("lib/bin/Greeting.dll", "public static class Greeting { public static string For(string name) => \"hello \" + name; }");
        _folder.Write("main.csx", "#load \"lib/part.csx\"\nWriteLine(Hello);");
        _folder.Write("lib/part.csx", "#r \"bin/Greeting.dll\"\nstring Hello = Greeting.For(\"part\");");
        Assert.Equal(new Outcome(0, "hello part\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task What_a_file_itself_refers_to_is_found_beside_it()
    {
        string basic = _folder.WriteLibrary("lib/Basic.dll", "public class Basic { public int Value => 5; }");
        _folder.WriteLibrary("lib/Derived.dll", "public class Derived : Basic { }", basic);
        _folder.Write("main.csx", "#r \"lib/Derived.dll\"\nWriteLine(new Derived().Value);");
        Assert.Equal(new Outcome(0, "5\n", ""), await _folder.Run("main.csx"));
    }

    [Fact]
    public async Task A_file_that_has_the_name_of_the_script_does_not_clash_with_it()
    {
        _folder.WriteLibrary("same.dll", "public static class Greeting { public const string Text = \"hi\"; }");
        _folder.Write("same.csx", "#r \"same.dll\"\nWriteLine(typeof(Greeting).Name + Greeting.Text);");
        Assert.Equal(new Outcome(0, "Greetinghi\n", ""), await _folder.Run("same.csx"));
    }

    [Theory]
    [InlineData("System.Xml.Linq")]
    [InlineData("System.Xml.Linq.dll")]
    [InlineData("System.Xml.Linq, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089")]
    public async Task An_assembly_of_the_framework_is_found_by_its_name(string name)
    {
        Outcome outcome = await _folder.RunText($"#r \"{name}\"\nusing System.Xml.Linq;\nWriteLine(new XElement(\"a\"));");
        Assert.Equal(new Outcome(0, "<a />\n", ""), outcome);
    }

    [Fact]
    public void A_missing_file_is_named_where_it_is_referred_to()
    {
        string path = _folder.Write("main.csx", "#r \"nowhere.dll\"\n");
        Assert.Equal([$"{path}(1,1): error CS0006: Metadata file 'nowhere.dll' could not be found"], _folder.Compile("main.csx").Diagnostics);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_an_error_of_the_script()
    {
        _folder.Write("text.dll", "no assembly");
        _folder.Write("main.csx", "#r \"text.dll\"\n");
        Assert.Contains("error CS0009: ", Assert.Single(_folder.Compile("main.csx").Diagnostics), StringComparison.Ordinal);
    }
}
