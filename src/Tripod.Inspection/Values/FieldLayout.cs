using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Values;

/// <summary>One instance field of a type.</summary>
/// <param name="RawName">Name in metadata.</param>
/// <param name="Name">Name that the author wrote, escaped; null for a field that the compiler made for itself.</param>
/// <param name="Offset">Bytes from the first field of the object or struct.</param>
/// <param name="Type">How it is stored.</param>
/// <param name="Secrecy">What its name says about its value.</param>
internal sealed record FieldLayout(string RawName, string? Name, int Offset, StorageType Type, Secrecy Secrecy)
{
    /// <summary>Its declaration, if that gives names to the elements of tuples.</summary>
    public DeclaredField? Tuples { get; init; }
}
