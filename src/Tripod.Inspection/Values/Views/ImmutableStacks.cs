namespace Tripod.Inspection.Values.Views;

/// <summary>Stacks whose rest is a stack again and whose end is an empty one (ImmutableStack_1.cs).</summary>
internal static class ImmutableStacks
{
    private const int Most = 10_000;

    /// <summary>The elements of a stack, the newest first; null if there are too many to count.</summary>
    public static List<Instance>? Elements(Instance stack, string tail)
    {
        var found = new List<Instance>();
        for (; stack.TryObject(tail, out var rest); stack = rest)
        {
            if (found.Count >= Most)
                return null;
            found.Add(stack);
        }
        return found;
    }
}
