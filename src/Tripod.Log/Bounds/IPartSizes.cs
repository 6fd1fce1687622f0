using Tripod.Samples;

namespace Tripod.Log.Bounds;

/// <summary>How many bytes the parts of a sample take in a log's format, at most.</summary>
internal interface IPartSizes
{
    /// <summary>A thread and its frames.</summary>
    long OfStack(Sample sample, ThreadStack thread);

    /// <summary>For what a thread waits; 0 if that is not known, or is told already.</summary>
    long OfWait(Sample sample, ThreadStack thread);

    /// <summary>A thread and its frames with arguments and locals; 0 if it is not shown with them.</summary>
    long OfVariables(Sample sample, ThreadStack thread);

    /// <summary>A kind of pending chains.</summary>
    long OfChain(Sample sample, AsyncChain chain, bool hasVariables);

    /// <summary>The static fields of a type.</summary>
    long OfStatics(Sample sample, TypeStatics type);
}
