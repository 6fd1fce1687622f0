namespace Tripod.Proof.Generation;

/// <summary>What kind of method a generated one is.</summary>
internal enum Shape
{
    Static,
    Instance,
    Struct,
    ByReference,
    Out,
    GenericOfString,
    GenericOfInt,
    GenericOfStruct,
    GenericClass,
    Lambda,
    LocalFunction,
    Async,
    AsyncHopping,
    Iterator,
}
