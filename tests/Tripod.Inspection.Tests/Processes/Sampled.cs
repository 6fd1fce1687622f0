using Tripod.Samples;

namespace Tripod.Inspection.Tests.Processes;

/// <summary>Samples of small programs.</summary>
internal static class Sampled
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Starts a program and reads its stacks, again and again until they are as expected; the last sample if they never are.</summary>
    public static Sample Of(string name, Limits limits, Func<Sample, bool> isExpected, params string[] arguments) =>
        Read(name, new() { Limits = limits }, isExpected, (_, sample) => sample, arguments);

    /// <summary>The same for a program that waits for a line of input, with its variables.</summary>
    public static Sample AtInput(string name, params string[] arguments) =>
        Read(name, new(), IsAtInput, (inspector, sample) => inspector.ReadVariables(sample), arguments);

    /// <summary>The same with other options, and with what is pending.</summary>
    public static Sample AtInput(string name, InspectionOptions options) =>
        Read(name, options, IsAtInput, (inspector, sample) => inspector.ReadVariables(inspector.ReadPending(sample)), []);

    /// <summary>The main thread waits for input: it has said that it is ready, and stands still.</summary>
    public static bool IsAtInput(Sample sample) => sample.Threads[0].WaitingIn == "console";

    private static Sample Read(string name, InspectionOptions options, Func<Sample, bool> isExpected, Func<Inspector, Sample, Sample> complete, string[] arguments)
    {
        using TargetProcess target = TargetProcess.Start(name, arguments);
        using var inspector = new Inspector(target.Pid, options);
        long end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        for (long number = 1; ; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            Sample sample = inspector.ReadStacks(stopped.Capture(number));
            if (isExpected(sample) || Environment.TickCount64 > end)
                return complete(inspector, sample);
        }
    }

    /// <summary>The thread with a name.</summary>
    public static ThreadStack Thread(this Sample sample, string name) =>
        Assert.Single(sample.Threads, thread => thread.Name == name);

    /// <summary>The only frame of a method, named without its namespace and type.</summary>
    public static Frame FrameOf(this Sample sample, string thread, string method) =>
        Assert.Single(sample.Thread(thread).Frames, frame => frame.Method.EndsWith("." + method, StringComparison.Ordinal));

    /// <summary>The newest frame of the program's own.</summary>
    public static Frame Newest(this ThreadStack thread, string assembly = "InspectStates.dll") =>
        thread.Frames.Last(frame => frame.Assembly == assembly);
}
