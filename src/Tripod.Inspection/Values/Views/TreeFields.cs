namespace Tripod.Inspection.Values.Views;

/// <summary>Names of the fields of a tree's nodes.</summary>
/// <param name="Item">The element, or its key.</param>
/// <param name="Value">The value beside the key; null in a set or list.</param>
/// <param name="Left">The node before.</param>
/// <param name="Right">The node behind.</param>
/// <param name="HasEmptyNodes">Leaves have empty nodes below them.</param>
internal sealed record TreeFields(string Item, string? Value, string Left, string Right, bool HasEmptyNodes)
{
    /// <summary>Nodes of SortedSet.cs.</summary>
    public static TreeFields OfSorted { get; } = new("<Item>k__BackingField", null, "<Left>k__BackingField", "<Right>k__BackingField", HasEmptyNodes: false);

    /// <summary>Nodes of ImmutableList_1.Node.cs and ImmutableSortedSet_1.Node.cs.</summary>
    public static TreeFields OfImmutable { get; } = new("_key", null, "_left", "_right", HasEmptyNodes: true);

    /// <summary>Nodes of ImmutableSortedDictionary_2.Node.cs.</summary>
    public static TreeFields OfImmutablePairs { get; } = OfImmutable with { Value = "_value" };
}
