namespace Tripod.Inspection.Stacks;

/// <summary>A frame that was found on a stack.</summary>
/// <param name="Point">Where it stands.</param>
/// <param name="Context">Number of its registers in the <see cref="ContextStore"/>.</param>
/// <param name="IsLeaf">It was stopped, or interrupted by a signal, at its instruction: its registers are its own.</param>
internal readonly record struct WalkedFrame(CodePoint Point, int Context, bool IsLeaf);
