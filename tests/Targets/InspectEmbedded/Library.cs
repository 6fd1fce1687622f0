namespace InspectEmbedded;

public static class Library
{
    public static void Call(Action next)
    {
        next(); // called from InspectEmbedded
    }
}
