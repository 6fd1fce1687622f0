namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>What a place in a frame is counted from, by its number in ICorDebugInfo::RegNum of x64 (cordebuginfo.h).</summary>
internal enum FrameBase
{
    None = 0,
    StackPointer = 4,
    FramePointer = 5,
}
