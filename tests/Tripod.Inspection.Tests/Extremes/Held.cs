using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Tests.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Extremes;

/// <summary>The program InspectExtremes, and what its locals show.</summary>
internal sealed class Held(string mode) : IDisposable
{
    private readonly TargetProcess _target = TargetProcess.Start("InspectExtremes", mode);
    private Inspector? _inspector;
    private long _number;

    public TargetProcess Target => _target;

    /// <summary>Managed memory that the last sample's variables took.</summary>
    public long Allocated { get; private set; }

    /// <summary>A sample with variables.</summary>
    public Sample Read()
    {
        _inspector ??= new Inspector(_target.Pid, new InspectionOptions());
        using StoppedProcess stopped = StoppedProcess.Stop(_target.Pid);
        Sample sample = _inspector.ReadStacks(stopped.Capture(++_number));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Sample full = _inspector.ReadVariables(sample);
        Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return full;
    }

    /// <summary>A local of the newest method of the program that has it, as an approved file shows it.</summary>
    public static string Local(Sample sample, string name) => ValueText.Of(sample.Threads[0].Frames
        .Last(frame => frame.Locals.Any(local => local.Name == name)).Locals.Single(local => local.Name == name).Value);

    public void Dispose()
    {
        _inspector?.Dispose();
        _target.Dispose();
    }
}
