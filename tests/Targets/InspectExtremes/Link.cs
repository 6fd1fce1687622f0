namespace InspectExtremes;

internal sealed class Link
{
    public int Number;
    public Link? Next;

    internal static Link Chain(int length)
    {
        Link? first = null;
        for (int i = length; i > 0; i--)
            first = new Link { Number = i, Next = first };
        return first!;
    }
}
