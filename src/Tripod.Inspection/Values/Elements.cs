namespace Tripod.Inspection.Values;

/// <summary>Elements that lie one after another in memory.</summary>
/// <param name="Data">Address of the first.</param>
/// <param name="Type">How they are stored.</param>
/// <param name="Stride">Bytes from one to the next.</param>
/// <param name="Length">How many there are.</param>
internal readonly record struct Elements(ulong Data, StorageType Type, int Stride, int Length)
{
    /// <summary>Address of one of them.</summary>
    public ulong Address(int index) => Data + (ulong)index * (ulong)Stride;
}
