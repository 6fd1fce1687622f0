namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>A place in a frame. The JIT gives each variable that needs one a place of its own.</summary>
/// <param name="Base">The register that it is counted from.</param>
/// <param name="Displacement">Bytes from there.</param>
internal readonly record struct FrameHome(FrameBase Base, int Displacement);
