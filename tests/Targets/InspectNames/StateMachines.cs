namespace Shop;

internal static class Asynchronous
{
    public static void Run(Action next) => After(next).Wait();

    public static void RunGeneric<T>(T value, Action next) => AfterGeneric(value, next).Wait();

    public static void RunLambda(Action next)
    {
        Func<Task> lambda = async () =>
        {
            await Task.CompletedTask;
            next();
        };
        lambda().Wait();
    }

    public static void RunLocal(Action next)
    {
        Local().AsTask().Wait();

        async ValueTask Local()
        {
            await Task.CompletedTask;
            next();
        }
    }

    private static async Task After(Action next)
    {
        await Task.CompletedTask;
        next(); // after await
    }

    private static async Task<T> AfterGeneric<T>(T value, Action next)
    {
        await Task.CompletedTask;
        next();
        return value;
    }
}

internal static class Iterators
{
    public static IEnumerable<int> Items(Action next)
    {
        next(); // before yield
        yield return 1;
    }

    public static IEnumerable<T> Generic<T>(T value, Action next)
    {
        next();
        yield return value;
    }

    public static void Finally(Action next)
    {
        foreach (int _ in WithFinally(next))
            GC.KeepAlive(next);
    }

    public static void Dispose(Action next)
    {
        foreach (int _ in WithFinally(next))
            break;
    }

    public static void Asynchronous(Action next) => Consume(next).Wait();

    private static async Task Consume(Action next)
    {
        await foreach (int _ in Stream(next))
            break;
    }

    private static async IAsyncEnumerable<int> Stream(Action next)
    {
        await Task.CompletedTask;
        next();
        yield return 1;
    }

    private static IEnumerable<int> WithFinally(Action next)
    {
        try
        {
            yield return 1;
        }
        finally
        {
            next();
        }
    }
}
