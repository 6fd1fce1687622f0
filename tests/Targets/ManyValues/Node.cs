namespace ManyValues;

internal sealed class Node
{
    public required string Label { get; init; }

    public Node? Next { get; set; }
}
