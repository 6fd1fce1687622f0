using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>Finds the references within the awaiters of a state machine (Task's and ValueTask's: System.Private.CoreLib, CompilerServices).</summary>
internal static class Awaiters
{
    private const string Space = "System.Runtime.CompilerServices.";
    private const int DeepestStruct = 4;

    /// <summary>
    /// Awaiters of a generic result that is no primitive: ClrMD does not construct them, and need not. They begin with
    /// the reference, because the runtime places references before what is smaller and before structs
    /// (methodtablebuilder.cpp, PlaceInstanceFields).
    /// </summary>
    private static readonly HashSet<string> Generic =
    [
        Space + "TaskAwaiter`1", Space + "ValueTaskAwaiter`1",
        Space + "ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter", Space + "ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter",
    ];

    /// <summary>C# calls the fields &lt;&gt;u__1, &lt;&gt;u__2…, Visual Basic $A0, $A1…</summary>
    public static bool IsAwaiter(string rawName) =>
        rawName.StartsWith("<>u__", StringComparison.Ordinal) || rawName is ['$', 'A', >= '0' and <= '9', ..];

    /// <summary>The reference of a field; null if it has none, as YieldAwaitable's, or if its type is not known.</summary>
    /// <param name="field">A field of a state machine.</param>
    /// <param name="declared">The definition of the type that it is declared with; null if unknown.</param>
    /// <param name="types">Layouts.</param>
    public static Awaiter? Of(FieldLayout field, string? declared, TypeCatalog types)
    {
        if (field.Type.IsReference)
            return new(field.Offset, IsExact: true, "");
        TypeLayout? type = types.Find(field.Type.MethodTable);
        if (type is not null && ExactOffset(type, types) is { } offset)
            return new(field.Offset + offset, IsExact: true, type.Name);
        if (declared is not null && Generic.Contains(declared))
            return new(field.Offset, IsExact: true, "");
        return type is not null && FirstReference(type, types, 0) is { } other ? new(field.Offset + other, IsExact: false, type.Name) : null;
    }

    private static int? ExactOffset(TypeLayout type, TypeCatalog types) => type.Definition switch
    {
        Space + "TaskAwaiter" or Space + "ConfiguredTaskAwaitable+ConfiguredTaskAwaiter" => type.Field("m_task")?.Offset,
        Space + "ValueTaskAwaiter" or Space + "ConfiguredValueTaskAwaitable+ConfiguredValueTaskAwaiter" =>
            type.Field("_value") is { } value && types.Find(value.Type.MethodTable)?.Field("_obj") is { } source ? value.Offset + source.Offset : null,
        _ => null,
    };

    private static int? FirstReference(TypeLayout type, TypeCatalog types, int depth)
    {
        foreach (FieldLayout field in type.Fields)
        {
            if (field.Type.IsReference)
                return field.Offset;
            if (depth < DeepestStruct && field.Type.MethodTable != 0 && types.Find(field.Type.MethodTable) is { } inner
                && !inner.IsPrimitive && FirstReference(inner, types, depth + 1) is { } offset)
                return field.Offset + offset;
        }
        return null;
    }
}
