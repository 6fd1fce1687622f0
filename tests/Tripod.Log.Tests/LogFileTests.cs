using System.Globalization;
using System.Runtime.InteropServices;
using Tripod.Log.Native;
using Tripod.Samples;

namespace Tripod.Log.Tests;

public sealed class LogFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_log_is_readable_by_its_owner_alone_and_begins_with_its_format()
    {
        string path = LogFile.Create(_scratch.Folder, Scratch.Header("/app/slow process.csx"));

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
        Assert.Equal(_scratch.Folder, Path.GetDirectoryName(path));
        Assert.Matches("^slow_process_[A-Za-z0-9]{6}\\.log$", Path.GetFileName(path));
        Assert.StartsWith("Tripod log 1\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.dll", "app")]
    [InlineData("/a/b.c.dll", "b.c")]
    [InlineData("größe.csx", "größe")]
    [InlineData("a\nb\u001b[m.dll", "a_b__m")]
    [InlineData("-rf.dll", "_rf")]
    [InlineData("..", "_")]
    [InlineData(".csx", "tripod")]
    [InlineData("", "tripod")]
    [InlineData("😀.dll", "__")]
    public void A_log_is_named_after_its_target_without_anything_odd(string target, string stem) =>
        Assert.Matches($"^{stem}_[A-Za-z0-9]{{6}}\\.log$", LogName.For(target, ".log"));

    [Fact]
    public void A_long_name_is_cut_so_that_it_fits_into_a_file_name()
    {
        string path = LogFile.Create(_scratch.Folder, Scratch.Header(new string('\u4e00', 300) + ".dll"));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Two_logs_of_one_target_are_two_files() => Assert.NotEqual(_scratch.NewLog(), _scratch.NewLog());

    [Fact]
    public void What_stands_at_the_name_already_is_never_opened()
    {
        File.WriteAllText(_scratch["victim"], "precious");
        File.CreateSymbolicLink(_scratch["link"], _scratch["victim"]);
        File.CreateSymbolicLink(_scratch["dangling"], _scratch["nowhere"]);

        foreach (string name in new[] { "victim", "link", "dangling" })
        {
            Assert.Null(LogFile.TryCreate(_scratch[name], out int errno));
            Assert.Equal(Errno.EEXIST, errno);
        }

        Assert.Equal("precious", File.ReadAllText(_scratch["victim"]));
        Assert.False(File.Exists(_scratch["nowhere"]));
    }

    [Fact]
    public void A_directory_of_the_users_choice_may_be_shared_or_a_link()
    {
        File.SetUnixFileMode(_scratch.Folder, (UnixFileMode)0b111_111_111);
        Directory.CreateSymbolicLink(_scratch["link"], _scratch.Folder);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_scratch.NewLog(_scratch["link"])));
    }

    [Theory]
    [InlineData("missing", "no such directory; create it")]
    [InlineData("file", "not a directory; give another directory by --output or TRIPOD_OUTPUT")]
    public void A_directory_that_is_none_is_refused_with_the_cure(string name, string cure)
    {
        File.WriteAllText(_scratch["file"], "");
        var e = Assert.Throws<TripodException>(() => _scratch.NewLog(_scratch[name]));
        Assert.Contains(cure, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void A_directory_that_cannot_be_written_to_is_refused_with_the_cure()
    {
        // Not even root may create a file in sysfs.
        var e = Assert.Throws<TripodException>(() => _scratch.NewLog("/sys/kernel"));
        Assert.Contains("cannot create the log in '/sys/kernel'", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("make it writable, or give another directory by --output or TRIPOD_OUTPUT", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_struct_is_what_the_C_compiler_makes_of_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "no C compiler");
        string[] fields = ["stx_nlink", "stx_uid", "stx_mode", "stx_ino", "stx_dev_major", "stx_dev_minor"];
        string[] constants = ["O_WRONLY", "O_CREAT", "O_EXCL", "O_CLOEXEC", "AT_FDCWD", "AT_SYMLINK_NOFOLLOW", "AT_EMPTY_PATH", "S_IFMT", "S_IFDIR", "S_IFREG", "ENOENT", "EEXIST"];
        File.WriteAllText(_scratch["c.c"], $$"""
            #define _GNU_SOURCE
            #include <stdio.h>
            #include <stddef.h>
            #include <fcntl.h>
            #include <errno.h>
            #include <sys/stat.h>
            int main(void) {
              printf("%zu\n", sizeof(struct statx));
              {{string.Concat(fields.Select(field => $"printf(\"%zu\\n\", offsetof(struct statx, {field}));"))}}
              {{string.Concat(constants.Select(constant => $"printf(\"%d\\n\", {constant});"))}}
            }
            """);
        Command.Output("/usr/bin/gcc", "-o", _scratch["c"], _scratch["c.c"]);
        int[] compiled = [.. Command.Output(_scratch["c"]).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];

        Assert.Equal(
            [
                Marshal.SizeOf<Statx>(), .. fields.Select(field => (int)Marshal.OffsetOf<Statx>(field)),
                Fcntl.O_WRONLY, Fcntl.O_CREAT, Fcntl.O_EXCL, Fcntl.O_CLOEXEC, Fcntl.AT_FDCWD, Fcntl.AT_SYMLINK_NOFOLLOW, Fcntl.AT_EMPTY_PATH,
                (int)SysStat.S_IFMT, (int)SysStat.S_IFDIR, (int)SysStat.S_IFREG, Errno.ENOENT, Errno.EEXIST,
            ], compiled);
    }
}
