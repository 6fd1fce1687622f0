using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Symbols;

public class PdbTests
{
    [Fact]
    public void Symbols_are_found_wherever_they_are_kept()
    {
        using TargetProcess target = TargetProcess.Start("InspectSymbols", TargetProcess.PathOf("InspectPlugin"));
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Sample before = Read(inspector, target, 1);
        Assert.Equal("next(); // called from InspectEmbedded", FrameOf(before, "InspectEmbedded").Source!.Text);
        Assert.Null(FrameOf(before, "InspectBare").Source);
        Assert.Equal("InspectBare.Library.Call", FrameOf(before, "InspectBare").Method);
        Assert.Equal(["next"], FrameOf(before, "InspectBare").Parameters);
        Assert.DoesNotContain(before.Threads[0].Frames, frame => frame.Assembly == "InspectPlugin.dll");

        Assert.Equal("loaded", target.Tell("load"));
        Sample after = Read(inspector, target, 2);
        Assert.Equal("next(); // called from InspectPlugin", FrameOf(after, "InspectPlugin").Source!.Text);
        Assert.Equal("next(); // called from InspectEmbedded", FrameOf(after, "InspectEmbedded").Source!.Text);
    }

    [Fact]
    public void A_dynamic_method_has_its_name_and_no_line()
    {
        using TargetProcess target = TargetProcess.Start("InspectSymbols", "");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Frame frame = Assert.Single(Read(inspector, target, 1).Threads[0].Frames, frame => frame.Assembly is null);
        Assert.Equal("Generated", frame.ShortMethod);
        Assert.Null(frame.Source);
    }

    private static Sample Read(Inspector inspector, TargetProcess target, long number)
    {
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        return inspector.ReadStacks(stopped.Capture(number));
    }

    private static Frame FrameOf(Sample sample, string assembly) =>
        Assert.Single(sample.Threads[0].Frames, frame => frame.Assembly == assembly + ".dll");
}
