namespace InspectBare;

public static class Library
{
    public static void Call(Action next)
    {
        next(); // called from InspectBare
    }
}
