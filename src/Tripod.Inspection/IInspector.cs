using Tripod.Samples;

namespace Tripod.Inspection;

/// <summary>The steps from a twin to a sample, in their order. Whatever a step throws costs what it and those after it would have read.</summary>
public interface IInspector : IDisposable
{
    /// <summary>The target's runtime, such as <c>.NET 10.0.12</c>; null before the first sample.</summary>
    string? Runtime { get; }

    /// <summary>
    /// Whether the twin of the last sample still has its memory. If not, it was killed, and what was read of it may have holes.
    /// </summary>
    bool IsTwinIntact { get; }

    /// <summary>All threads with their frames, names and lines, without what they wait for and without variables.</summary>
    /// <param name="capture">The twin; it must stay alive until the variables have been read.</param>
    /// <exception cref="InspectionException">The runtime, or its list of threads, cannot be read.</exception>
    Sample ReadStacks(CaptureInfo capture);

    /// <summary>The sample again, with what its threads wait for.</summary>
    /// <param name="brief">What <see cref="ReadStacks"/> gave last.</param>
    /// <exception cref="ArgumentException">It is another sample, whose twin is gone.</exception>
    Sample ReadWaits(Sample brief);

    /// <summary>The sample again, with the async work that is on no thread's stack: names and lines, without variables. It may tell more of what threads wait for.</summary>
    /// <param name="brief">What <see cref="ReadWaits"/> gave last.</param>
    /// <exception cref="ArgumentException">It is another sample, whose twin is gone.</exception>
    Sample ReadPending(Sample brief);

    /// <summary>The sample again, with arguments, locals and static fields filled in from the same twin.</summary>
    /// <param name="brief">What <see cref="ReadStacks"/>, <see cref="ReadWaits"/> or <see cref="ReadPending"/> gave last.</param>
    /// <exception cref="ArgumentException">It is another sample, whose twin is gone.</exception>
    Sample ReadVariables(Sample brief);
}
