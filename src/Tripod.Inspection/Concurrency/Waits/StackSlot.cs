namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>A place on a stack that refers to an object, and keeps it alive.</summary>
/// <param name="Address">Of the place; 0 if it is a register.</param>
/// <param name="Object">Address of the object, or of a struct within one.</param>
/// <param name="Method">The frame's method; null if the frame runs the object, which is a task.</param>
/// <param name="IsObject">False for a struct.</param>
internal readonly record struct StackSlot(ulong Address, ulong Object, string? Method, bool IsObject = true);
