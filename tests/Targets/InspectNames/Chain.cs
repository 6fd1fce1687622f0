namespace Shop;

/// <summary>Calls links one within the other.</summary>
internal static class Chain
{
    public static void Run(IReadOnlyList<Action<Action>> links, Action end, int index = 0)
    {
        if (index == links.Count)
            end();
        else
            links[index](() => Run(links, end, index + 1));
    }
}
