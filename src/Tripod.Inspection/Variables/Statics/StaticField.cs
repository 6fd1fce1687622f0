using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>A static field as its author declared it.</summary>
/// <param name="Token">FieldDef token.</param>
/// <param name="Name">The author's name of the field or property; raw.</param>
/// <param name="IsThreadStatic">Each thread has one of its own.</param>
/// <param name="IsInImage">Its value lies in the image of its module (FieldRVA of ECMA-335 II.16.3).</param>
/// <param name="Declared">Its type.</param>
internal sealed record StaticField(int Token, string Name, bool IsThreadStatic, bool IsInImage, DeclaredField Declared);
