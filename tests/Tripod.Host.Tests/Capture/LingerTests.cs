using System.Globalization;
using System.Runtime.InteropServices;

namespace Tripod.Host.Tests.Capture;

public sealed partial class LingerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tripod-linger-");
    private readonly string _fifo;

    public LingerTests()
    {
        _fifo = Path.Combine(_directory.FullName, "fifo");
        Assert.Equal(0, mkfifo(_fifo, 0x180)); // rw-------
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_thread_that_is_told_to_stop_and_not_waited_for_sees_no_call_interrupted()
    {
        using var target = new TargetRun(["stragglers", "50"]);

        Dictionary<string, string> values = target.Values();

        Assert.True(int.Parse(values["restarted"], CultureInfo.InvariantCulture) >= 50, values["restarted"]);
        values.Remove("restarted");
        Assert.Equal(
            ["captured 50", "stopped 0", "stragglers 50", "interrupted 0", "children 0"],
            values.Select(value => value.Key + " " + value.Value));
    }

    [Fact]
    public void Samples_go_on_while_tracers_linger_until_there_are_too_many_of_them()
    {
        using var target = new TargetRun(["crowd", _directory.FullName]);

        Assert.Equal(
            [
                "capture None NotStopped",
                "capture None NotStopped",
                "capture None NotStopped",
                "capture None NotStopped",
                "capture TracersLinger",
                "capture None NotStopped", // one was stopped, and so killed
                "left", // all were told to end
                "capture None NotStopped",
                "lingers",
                "capture None", // the threads went on
            ],
            target.Lines());
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("exec")]
    public void A_tracer_that_lingers_ends_with_the_target(string how)
    {
        using var target = new TargetRun(["held", how, _directory.FullName]);
        Assert.Equal("capture None NotStopped", target.ReadLine());
        string tracer = target.ReadLine();
        Assert.StartsWith("lingers ", tracer, StringComparison.Ordinal);

        int code = target.EndAlone();
        bool hasEnded = HasEnded(tracer.Split(' ')[1]);
        new FileStream(_fifo, FileMode.Open, FileAccess.Write).Dispose(); // the child for which the thread has waited ends

        Assert.Equal((7, ""), target.End());
        Assert.Equal((7, true), (code, hasEnded));
    }

    /// <summary>Whether a process is gone, or a zombie that its new parent has not reaped yet.</summary>
    private static bool HasEnded(string pid)
    {
        return SpinWait.SpinUntil(
            () =>
            {
                try
                {
                    return File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
                }
                catch (IOException) // gone
                {
                    return true;
                }
            },
            Patience);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
