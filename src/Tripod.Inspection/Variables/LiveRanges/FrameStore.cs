namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>An instruction that stores to the frame.</summary>
/// <param name="Home">Where to.</param>
/// <param name="Width">How many bytes; more than eight are no single variable.</param>
internal readonly record struct FrameStore(FrameHome Home, int Width);
