namespace InspectWaits;

internal static class Start
{
    public static Thread Thread(string name, Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }
}

public sealed class Account(string owner)
{
    public string Owner = owner;
}
