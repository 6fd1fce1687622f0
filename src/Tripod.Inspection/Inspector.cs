using System.Runtime.InteropServices;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Samples;

namespace Tripod.Inspection;

/// <summary>
/// Turns twins of one target into samples. It is opened on the first twin, never on the living target, and kept: each
/// later sample takes a fraction of the time. Not thread-safe.
/// </summary>
public sealed class Inspector : IInspector
{
    private readonly InspectionOptions _options;
    private readonly IFrameVariables? _variables;
    private readonly TwinReader _reader;
    private readonly int _targetPid;
    private InspectionSession? _session;
    private long _lastNumber = -1;

    /// <summary>Prepares to read a target; nothing of it is touched yet.</summary>
    /// <param name="targetPid">Its process id.</param>
    /// <param name="options">How much is read.</param>
    /// <exception cref="PlatformNotSupportedException">The machine is neither x64 nor arm64.</exception>
    public Inspector(int targetPid, InspectionOptions options)
        : this(targetPid, options, variables: null)
    {
    }

    internal Inspector(int targetPid, InspectionOptions options, IFrameVariables? variables)
    {
        Architecture architecture = RuntimeInformation.ProcessArchitecture;
        ContextLayout layout = ContextLayout.For(architecture) ?? throw new PlatformNotSupportedException($"{architecture} is not supported");
        _targetPid = targetPid;
        _options = options;
        _variables = variables;
        _reader = new TwinReader(targetPid, architecture, new ThreadContexts(layout));
    }

    /// <inheritdoc/>
    public string? Runtime => _session?.Runtime.Version;

    /// <inheritdoc/>
    public bool IsTwinIntact => _reader.IsIntact;

    /// <inheritdoc/>
    public Sample ReadStacks(CaptureInfo capture)
    {
        _lastNumber = -1;
        _reader.BeginSample(capture);
        if (_session is null)
            _session = new InspectionSession(TargetRuntime.Open(_reader), _reader, _targetPid, _options, _variables);
        else
            _session.BeginSample();
        Sample sample = _session.Stacks.Read(capture);
        _lastNumber = capture.Number;
        return sample;
    }

    /// <inheritdoc/>
    public Sample ReadWaits(Sample brief)
    {
        InspectionSession session = SessionOf(brief);
        return session.Concurrency.AddWaits(brief, session.Stacks.Walked, session.Stacks.IsCollecting);
    }

    /// <inheritdoc/>
    public Sample ReadPending(Sample brief)
    {
        InspectionSession session = SessionOf(brief);
        return _options.Limits.AsyncTime == 0 ? brief : session.Concurrency.AddPending(brief, session.Stacks.Walked, session.Stacks.IsCollecting);
    }

    /// <inheritdoc/>
    public Sample ReadVariables(Sample brief)
    {
        InspectionSession session = SessionOf(brief);
        if (session.Variables is not { } variables)
            return brief;
        SampleReader stacks = session.Stacks;
        var threads = stacks.Walked.Zip(brief.Threads, (walked, thread) => WithLimit(variables.Read(walked with { Stack = thread }, stacks.IsCollecting), walked));
        Sample full = brief with { Threads = [.. threads] };
        full = session.Statics?.AddTo(full, stacks.Walked, session.Concurrency.PendingMachines, stacks.IsCollecting) ?? full;
        return session.Concurrency.AddPendingVariables(full);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
        _reader.Dispose();
    }

    private static ThreadStack WithLimit(ThreadStack thread, WalkedThread walked) => thread with { WaitLimit = WaitLimits.Find(thread, walked.Frames) };

    private InspectionSession SessionOf(Sample brief) => _session is { } session && brief.Number == _lastNumber
        ? session
        : throw new ArgumentException("More can be read of the last sample alone.", nameof(brief));
}
