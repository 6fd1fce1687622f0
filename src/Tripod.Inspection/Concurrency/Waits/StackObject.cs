using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>An object that a frame of the class library refers to.</summary>
/// <param name="Address">Of the object.</param>
/// <param name="Object">The object.</param>
/// <param name="Method">The frame's method.</param>
internal readonly record struct StackObject(ulong Address, Instance Object, string Method);
