namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>A place on a stack that keeps an object alive.</summary>
/// <param name="Address">Of the place; 0 if it is a register.</param>
/// <param name="Object">Address of the object.</param>
/// <param name="Method">The frame's method; null if the frame runs the object, which is a task.</param>
internal readonly record struct StackSlot(ulong Address, ulong Object, string? Method);
