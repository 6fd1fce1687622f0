namespace Tripod.Inspection.Concurrency.Heap;

/// <summary>What is needed to step over an object of a type on the heap, and to know whether it is of use.</summary>
/// <param name="Identity">The beginning of the method table, by which one that was unloaded and replaced is told.</param>
/// <param name="BaseSize">Bytes without elements.</param>
/// <param name="ComponentSize">Bytes of an element; 0 for all but arrays, strings and free space.</param>
/// <param name="Kind">Whether its objects are looked for.</param>
internal sealed record HeapType((ulong, ulong, ulong, ulong) Identity, uint BaseSize, uint ComponentSize, HeapKind Kind);
