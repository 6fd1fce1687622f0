using System.Diagnostics;
using Tripod.Collect;

namespace Tripod.Tests.Collect;

public class WaitStatusTests
{
    [Theory]
    [InlineData(0x0300, 3, 0)]
    [InlineData(0x0009, 0, 9)]
    [InlineData(0x0086, 0, 6)] // SIGABRT with a core dump
    public void It_is_decoded_as_wait_does(int raw, int exitCode, int signal)
    {
        var status = new WaitStatus(raw);

        Assert.Equal(signal, status.Signal);
        if (signal == 0)
            Assert.Equal(exitCode, status.ExitCode);
    }

    [Fact]
    public void A_living_process_has_none()
    {
        using var self = new ProcessHandle(Environment.ProcessId);

        Assert.False(self.WaitForEnd(0));
        Assert.Null(WaitStatus.Of(self));
    }

    [Fact]
    public void A_handle_tells_the_end_of_its_process()
    {
        using var process = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var handle = new ProcessHandle(process.Id);
        Assert.False(handle.WaitForEnd(0));

        process.StandardInput.Close();

        Assert.True(handle.WaitForEnd(30_000));
    }

    [Theory]
    [InlineData(15, "SIGTERM")]
    [InlineData(31, "SIGSYS")]
    [InlineData(34, "signal 34")]
    public void Signals_have_their_names(int signal, string name) => Assert.Equal(name, SignalNames.Of(signal));
}
