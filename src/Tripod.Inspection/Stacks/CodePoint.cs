using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>What is known of one place in compiled code. The same place is on many stacks and in many samples.</summary>
internal sealed class CodePoint
{
    public required ulong MethodDesc { get; init; }

    /// <summary>Address of the module; 0 for methods without metadata.</summary>
    public required ulong Module { get; init; }

    /// <summary>Null for methods without metadata.</summary>
    public required MethodSymbols? Symbols { get; init; }

    /// <summary>−1 if unknown.</summary>
    public required int ILOffset { get; init; }

    /// <summary>The code makes the frame or takes it down.</summary>
    public required bool IsPrologOrEpilog { get; init; }

    /// <summary>Not to be shown: a stub of the runtime, or a frame of Tripod's own.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>An async method that makes its state machine and starts it.</summary>
    public bool IsKickoff { get; init; }

    /// <summary>A static constructor.</summary>
    public bool IsInitializer { get; init; }

    /// <summary>A method of the runtime's that runs static constructors for those who use the type.</summary>
    public bool RunsInitializers { get; init; }

    /// <summary>The method belongs to the framework: nothing of the author's.</summary>
    public required bool IsFramework { get; init; }

    /// <summary>A thread's life begins in this method.</summary>
    public required bool IsRoot { get; init; }

    /// <summary>The frame without variables.</summary>
    public required Frame Frame { get; init; }
}
