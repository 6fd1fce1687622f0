namespace Tripod.Inspection.Stacks;

/// <summary>A frame that was found on a stack.</summary>
/// <param name="Point">Where it stands.</param>
/// <param name="Context">Number of its registers in the <see cref="ContextStore"/>.</param>
/// <param name="IsLeaf">The newest frame of a thread that was stopped in managed code.</param>
/// <param name="IsWithheld">Found by a heuristic: its values are not to be told.</param>
internal readonly record struct WalkedFrame(CodePoint Point, int Context, bool IsLeaf, bool IsWithheld);
