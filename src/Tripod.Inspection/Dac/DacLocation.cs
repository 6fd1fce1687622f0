namespace Tripod.Inspection.Dac;

/// <summary>Where a value, or a part of it, lies.</summary>
/// <param name="Address">Address in the target; of a register it means nothing.</param>
/// <param name="IsRegister">It is in a register (CLRDATA_VLOC_REGISTER).</param>
internal readonly record struct DacLocation(ulong Address, bool IsRegister);
