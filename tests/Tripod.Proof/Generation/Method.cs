namespace Tripod.Proof.Generation;

/// <summary>A generated method: a member of the class M and its number.</summary>
/// <param name="Number">Its number; its variables have ids from a thousand times that on.</param>
/// <param name="Shape">What kind of method it is.</param>
/// <param name="Parameters">Its parameters, but for walk and site.</param>
internal sealed partial record Method(int Number, Shape Shape, IReadOnlyList<Parameter> Parameters)
{
    /// <summary>Its class.</summary>
    public string Class => $"M{Number}";

    /// <summary>The class as callers write it.</summary>
    private string Type => Shape is Shape.GenericClass or Shape.GenericClassOfStruct or Shape.GenericStruct ? $"{Class}<{TypeArgument}>" : Class;

    public bool IsAsync => IsHopping || Shape is Shape.Async or Shape.AsyncOfString;

    /// <summary>Goes on after an await on whatever thread.</summary>
    public bool IsHopping => Shape is Shape.AsyncHopping or Shape.AsyncInstance or Shape.AsyncIterator;

    public bool IsIterator => Shape is Shape.Iterator or Shape.IteratorInstance or Shape.AsyncIterator;

    /// <summary>Called by the runtime alone.</summary>
    public bool IsRoot => Shape is Shape.Finalizer or Shape.ModuleInitializer;

    /// <summary>Its arguments are variables of the caller.</summary>
    public bool IsByReference => Shape is Shape.ByReference or Shape.Out;

    /// <summary>It is called by no more than its name and its arguments.</summary>
    public bool IsPlainCall => Shape is Shape.Static or Shape.GenericOfInt or Shape.GenericOfString or Shape.GenericOfStruct or Shape.Lambda or Shape.LocalFunction or Shape.Recursive or Shape.TailCall;

    /// <summary>Has no parameters: what it is told stands in the walk (Support/Walk.cs).</summary>
    public bool IsToldByWalk => Shape is Shape.StaticConstructor or Shape.Getter or Shape.Event or Shape.Dispose;

    /// <summary>What its T, or its class's, stands for; null if there is none.</summary>
    public string? TypeArgument => Shape switch
    {
        Shape.GenericOfString or Shape.GenericClass or Shape.AsyncOfString => "string",
        Shape.GenericOfInt => "int",
        Shape.GenericOfStruct or Shape.GenericClassOfStruct or Shape.GenericStruct => "Pair",
        _ => null,
    };

    /// <summary>How the log shows its <c>this</c>, but for white space; null if that follows no rule.</summary>
    public string? This => Shape switch
    {
        Shape.Instance or Shape.Struct or Shape.RefStruct or Shape.Record or Shape.AsyncInstance or Shape.IteratorInstance or Shape.Indexer or Shape.Getter or Shape.Setter
            or Shape.Event or Shape.Dispose or Shape.ExplicitInterface or Shape.GenericClass or Shape.GenericClassOfStruct or Shape.GenericStruct => $"{Type}{{Id={Number}}}",
        Shape.DefaultInterface => $"{Class}Holder{{Id={Number}}}",
        _ => null,
    };
}
