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
    public void A_PDB_that_is_missing_is_mentioned_once_unless_the_framework_s()
    {
        using TargetProcess target = TargetProcess.Start("InspectSymbols", "");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Sample first = Read(inspector, target, 1), last = Read(inspector, target, 2);
        for (int number = 3; !Sampled.IsAtInput(last); number++)
        {
            Assert.Empty(last.Notes); // it has said that it is ready, and does not wait for input yet
            last = Read(inspector, target, number);
        }
        Assert.Equal(["InspectBare.dll has no lines: there is no PDB beside it, nor in it"], first.Notes);
        Assert.Empty(last.Notes);
        Assert.Contains(last.Threads[0].Frames, frame => frame.Assembly == "System.Private.CoreLib.dll");
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

    [Theory]
    [InlineData("cut off")]
    [InlineData("no PDB at all")]
    [InlineData("of another build")]
    public void A_PDB_that_does_not_fit_gives_names_without_lines_and_is_mentioned_once(string pdb)
    {
        using var folder = new PluginCopy(pdb switch
        {
            "cut off" => own => own[..(own.Length / 2)],
            "no PDB at all" => own => [.. own.Select(b => (byte)~b)],
            _ => _ => File.ReadAllBytes(Path.ChangeExtension(TargetProcess.PathOf("InspectSymbols"), ".pdb")),
        });
        using TargetProcess target = TargetProcess.Start("InspectSymbols", folder.Path);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Assert.Equal("loaded", target.Tell("load"));
        Sample first = inspector.ReadVariables(Read(inspector, target, 1)), second = Read(inspector, target, 2);
        Assert.Equal("InspectPlugin.Library.Call", FrameOf(first, "InspectPlugin").Method);
        Assert.Equal(["next"], FrameOf(first, "InspectPlugin").Arguments.Select(argument => argument.Name));
        Assert.Null(FrameOf(first, "InspectPlugin").Source);
        Assert.Contains("InspectPlugin.dll has no lines: the PDB that it was loaded with is broken or of another build", first.Notes);
        Assert.DoesNotContain(second.Notes, note => note.StartsWith("InspectPlugin.dll", StringComparison.Ordinal));
    }

    private static Sample Read(Inspector inspector, TargetProcess target, long number)
    {
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        return inspector.ReadStacks(stopped.Capture(number));
    }

    private static Frame FrameOf(Sample sample, string assembly) =>
        Assert.Single(sample.Threads[0].Frames, frame => frame.Assembly == assembly + ".dll");
}
