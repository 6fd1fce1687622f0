using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

/// <summary>Samples of InspectWaits with their pending work, compiled as for debugging or as for release.</summary>
internal static class WaitsTarget
{
    /// <summary>The builds that must give the same answers.</summary>
    public static TheoryData<string> Builds => ["InspectWaits", "InspectWaitsOptimized"];

    /// <summary>Starts a scene and samples it until it is as expected; the last sample if it never is.</summary>
    public static Sample Read(string build, Func<Sample, bool> isExpected, params string[] scene) => Read(build, new Limits { AsyncTime = 30_000 }, isExpected, scene);

    /// <summary>The same with other limits.</summary>
    public static Sample Read(string build, Limits limits, Func<Sample, bool> isExpected, params string[] scene)
    {
        using TargetProcess target = TargetProcess.Start(build, scene);
        using var inspector = new Inspector(target.Pid, new InspectionOptions { Limits = limits });
        long end = Environment.TickCount64 + 30_000;
        for (long number = 1; ; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            Sample sample = inspector.ReadPending(inspector.ReadWaits(inspector.ReadStacks(stopped.Capture(number))));
            if (isExpected(sample) || Environment.TickCount64 > end)
                return inspector.ReadVariables(sample);
        }
    }

    /// <summary>Number of the only line of a target's source file that ends with a comment.</summary>
    public static int LineOf(Frame frame, string comment) =>
        1 + Assert.Single(Enumerable.Range(0, Lines(frame).Length), i => Lines(frame)[i].EndsWith("// " + comment, StringComparison.Ordinal));

    private static string[] Lines(Frame frame) => File.ReadAllLines(frame.Source!.File);
}
