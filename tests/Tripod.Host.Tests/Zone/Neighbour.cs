namespace Tripod.Host.Tests.Zone.Outside;

internal static class Neighbour
{
    public static int Number() => 1;
}
