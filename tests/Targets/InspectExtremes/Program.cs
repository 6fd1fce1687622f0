namespace InspectExtremes;

/// <summary>Values that a reader could drown in, or be fooled by. Stands in a method called Hold until its input ends.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["sizes"]:
                Sizes.Hold();
                return 0;
            case ["graphs"]:
                Graphs.Hold();
                return 0;
            case ["unloaded"]:
                Unloaded.Hold();
                return 0;
            case ["dynamic"]:
                Dynamic.Hold();
                return 0;
            case ["collecting"]:
                Collecting.Hold();
                return 0;
            default:
                return 2;
        }
    }
}
