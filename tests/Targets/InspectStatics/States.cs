namespace InspectStatics;

/// <summary>Its initialiser has not run: nobody has looked at a field yet.</summary>
class Untouched
{
    static int number = Made(5);
    static string text = "later";
    static Place place = new(1, "later");
    static List<int> list = [1];

    public static void Run(ThreadStart next) => next();

    static int Made(int number) => number;
}

/// <summary>Has no initialiser, and nobody has looked at its field.</summary>
class Untold
{
    static int number;
    static string? text;

    public static void Run(ThreadStart next) => next();
}

/// <summary>Its initialiser has failed half way.</summary>
class Broken
{
    static int before = 1;
    static string text = "before";
    static int failed = int.Parse("not a number");
    static string? after = "after";

    public static void Run(ThreadStart next)
    {
        try
        {
            _ = failed;
        }
        catch (TypeInitializationException)
        {
        }
        next();
    }
}

/// <summary>Its static constructor is still at work.</summary>
class Making
{
    static int before;
    static string? text;
    static int zero;
    static int after;
    static string? later;
    static Place place;
    static Place placeLater;

    static Making()
    {
        before = 1;
        text = "before";
        zero = 0;
        place = new(2, "before");
        Maker.Run!();
        after = 2;
        later = "after";
        placeLater = new(3, "after");
    }

    public static void Run()
    {
    }
}

static class Maker
{
    public static ThreadStart? Run;
}

/// <summary>Loaded a second time, into a context that can be unloaded.</summary>
class Collected
{
    static int number = 11;
    static string text = "collectible";
    static Place place = new(4, "collectible");
    [ThreadStatic]
    static string? own;

    public static void Run(ThreadStart next)
    {
        own = "collectible thread";
        _ = number;
        next();
    }
}
