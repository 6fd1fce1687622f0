using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>Finds the arguments and locals of a frame. The one door from Stacks to Variables.</summary>
internal interface IFrameVariables
{
    /// <summary>A new sample begins: whatever was kept of the target's state is stale. ClrMD and the DAC have been flushed.</summary>
    void BeginSample();

    /// <summary>The object at an address, as a variable would show it.</summary>
    Value Object(ulong address);

    /// <summary>Adds the frame's variables, <c>this</c> first among the arguments.</summary>
    void Read(in FrameContext frame, List<Variable> arguments, List<Variable> locals);

    /// <summary>The frame's method with what its type parameters stand for, where code that classes share can tell by its arguments; else null.</summary>
    string? ExactName(in FrameContext frame) => null;
}
