using Tripod.Launch;

namespace Tripod.Tests.Launch;

public sealed class ProgramAssemblyTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tripod-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_program_with_its_runtimeconfig_can_be_run() => ProgramAssembly.Check(Built("Tripod.dll"));

    [Fact]
    public void The_runtimes_own_precompiled_libraries_have_no_entry_point() =>
        Assert.Contains("without an entry point", Complaint(typeof(object).Assembly.Location), StringComparison.Ordinal);

    [Fact]
    public void A_library_has_no_entry_point() =>
        Assert.Contains("without an entry point", Complaint(Built("Tripod.Log.dll")), StringComparison.Ordinal);

    [Fact]
    public void A_program_without_its_runtimeconfig_cannot_be_run()
    {
        string path = Path.Combine(_directory, "App.dll");
        File.Copy(Built("Tripod.dll"), path);

        Assert.Contains("'App.runtimeconfig.json'", Complaint(path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_without_a_CLI_header_is_a_native_library()
    {
        byte[] image = File.ReadAllBytes(Built("Tripod.dll"));
        int optional = BitConverter.ToInt32(image, 0x3c) + 24;
        image.AsSpan(optional + (BitConverter.ToUInt16(image, optional) == 0x20b ? 112 : 96) + 14 * 8, 8).Clear();

        Assert.Contains("native library", Complaint(Write(image)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(200)]
    [InlineData(500)]
    public void A_file_that_was_cut_off_is_no_program(int length) =>
        Assert.Matches("is not a .NET program|is a native library", Complaint(Write(File.ReadAllBytes(Built("Tripod.dll"))[..length])));

    [Fact]
    public void Text_is_no_program() => Assert.Contains("is not a .NET program", Complaint(Write("MZ, says the text"u8.ToArray())), StringComparison.Ordinal);

    private static string Built(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static string Complaint(string path)
    {
        var failure = Assert.Throws<LaunchException>(() => ProgramAssembly.Check(path));
        Assert.Equal(ExitStatus.CannotRun, failure.ExitStatus);
        return failure.Message;
    }

    private string Write(byte[] content)
    {
        string path = Path.Combine(_directory, "File.dll");
        File.WriteAllBytes(path, content);
        return path;
    }
}
