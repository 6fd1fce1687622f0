namespace InspectStatics;

class Base<T>
{
    int first = 1, second = 2;
    static string hidden = "of the base type, on no stack: not to be shown";
}

/// <summary>Each instantiation has fields of its own.</summary>
class Generic<T> : Base<T>
{
    static string who = typeof(T).Name;
    static T? value = default;
    static List<T> list = [];
    static int count = typeof(T).Name.Length;

    public void Run(ThreadStart next)
    {
        int local = count;
        next();
        GC.KeepAlive(this);
    }

    /// <summary>The DAC tells of which instantiation this is, because it has two locals at least.</summary>
    public static void RunStatic(ThreadStart next)
    {
        int local = count;
        string other = who;
        next();
    }

    /// <summary>Of this it does not.</summary>
    public static void RunUntold(ThreadStart next)
    {
        _ = count;
        next();
    }
}
