using Tripod.Log.Native;
using Tripod.Samples;

namespace Tripod.Log.Tests;

public sealed class LogDirectoryTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Scratch _scratch = new();

    private string Own => _scratch[$"tripod-{Unistd.Geteuid()}"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void It_is_created_for_the_user_alone_and_used_again()
    {
        Assert.Equal(Own, LogDirectory.Private(_scratch.Folder));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Own));
        Assert.Equal(Own, LogDirectory.Private(_scratch.Folder));
    }

    [Fact]
    public void A_link_is_refused()
    {
        Directory.CreateDirectory(_scratch["elsewhere"], OwnerOnly);
        Directory.CreateSymbolicLink(Own, _scratch["elsewhere"]);
        AssertRefused("it is a link");
    }

    [Fact]
    public void A_file_is_refused()
    {
        File.WriteAllText(Own, "");
        AssertRefused("it is not a directory");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void One_that_others_can_write_to_is_refused(UnixFileMode others)
    {
        Directory.CreateDirectory(Own);
        File.SetUnixFileMode(Own, OwnerOnly | others);
        AssertRefused("others can write to it");
    }

    [Fact]
    public void One_of_somebody_elses_is_refused()
    {
        Directory.CreateDirectory(Own, OwnerOnly);
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a directory away");
        Command.Output("chown", "65534", Own);
        AssertRefused("it belongs to somebody else");
    }

    [Fact]
    public void Without_a_temporary_directory_the_cure_is_named()
    {
        var e = Assert.Throws<TripodException>(() => LogDirectory.Private(_scratch["missing"]));
        Assert.Contains("set TMPDIR to a directory that you can write to", e.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string reason)
    {
        var e = Assert.Throws<TripodException>(() => LogDirectory.Private(_scratch.Folder));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
        Assert.Contains("--output or TRIPOD_OUTPUT", e.Message, StringComparison.Ordinal);
    }
}
