namespace Tripod.Inspection.Stacks;

/// <summary>A call instruction.</summary>
/// <param name="Return">Where it returns to.</param>
/// <param name="Form">How it says where it goes.</param>
/// <param name="Place">The address that it calls, or the cell in which that stands; 0 for a register.</param>
internal readonly record struct CodeCall(ulong Return, CallForm Form, ulong Place);
