using System.Diagnostics;
using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Tests.Memory;

public sealed class EndedTwinTests
{
    [Fact]
    public void A_twin_that_is_killed_says_so_by_its_memory()
    {
        using var process = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        Architecture architecture = RuntimeInformation.ProcessArchitecture;
        using var reader = new TwinReader(process.Id, architecture, new ThreadContexts(ContextLayout.For(architecture)!));
        using var memory = File.OpenHandle($"/proc/{process.Id}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Assert.False(reader.IsIntact);
        reader.BeginSample(new CaptureInfo { Number = 1, Time = DateTimeOffset.UtcNow, Pause = default, TargetPid = process.Id, TwinPid = process.Id, TwinMemory = memory, Threads = [] });
        Assert.True(reader.IsIntact);

        process.Kill();
        process.WaitForExit();

        Assert.False(reader.IsIntact);
    }
}
