namespace InspectFolds;

internal static class Handlers
{
    public static void Start()
    {
        Place.Run("catch", Catch);
        Place.Run("nested catch", NestedCatch);
        Place.Run("finally", Finally);
        Place.Run("finally of an exception", () =>
        {
            try
            {
                FinallyOfException();
            }
            catch (TimeoutException)
            {
            }
        });
        Place.Run("filter", Filter);
        Place.Run("filter in finally", FilterInFinally);
        Place.Run("recursive catch", () => RecursiveCatch(3));
        Place.Run("after catch", AfterCatch);
        Place.Run("hidden", Hidden);
        Place.Run("lock holder", () => Place.Hold(() =>
        {
            Place.Run("lock in a filter", LockInFilter);
            Place.Run("lock in a catch", LockInCatch);
        }));
    }

    private static void Catch()
    {
        int before = 1;
        try
        {
            Throw("caught"); // tried
        }
        catch (InvalidOperationException e)
        {
            int inside = before + e.Message.Length;
            Place.Sleep(); // catching
            GC.KeepAlive(inside);
        }
    }

    private static void NestedCatch()
    {
        try
        {
            Throw("outer");
        }
        catch (InvalidOperationException outer)
        {
            try
            {
                throw new ArgumentException("inner");
            }
            catch (ArgumentException inner)
            {
                Place.Sleep(); // catching twice
                GC.KeepAlive((outer, inner));
            }
        }
    }

    private static void Finally()
    {
        int before = 1;
        try
        {
            before++;
        }
        finally
        {
            Place.Sleep(); // finally
            GC.KeepAlive(before);
        }
    }

    private static void FinallyOfException()
    {
        try
        {
            throw new TimeoutException("passing");
        }
        finally
        {
            Place.Sleep(); // unwinding
        }
    }

    private static void FilterInFinally()
    {
        try
        {
            GC.KeepAlive(Place.Arrived);
        }
        finally
        {
            try
            {
                Throw("filtered in finally"); // in finally
            }
            catch (InvalidOperationException) when (Wait()) // filter in finally
            {
            }
        }
    }

    private static void Filter()
    {
        try
        {
            Throw("filtered");
        }
        catch (InvalidOperationException) when (Wait())
        {
        }
    }

    private static void LockInFilter()
    {
        try
        {
            Throw("filtered");
        }
        catch (InvalidOperationException) when (Place.Lock())
        {
        }
    }

    private static void LockInCatch()
    {
        try
        {
            Throw("caught");
        }
        catch (InvalidOperationException)
        {
            Place.Lock();
        }
    }

    private static bool Wait()
    {
        Place.Sleep(); // filtering
        return true;
    }

    private static void RecursiveCatch(int depth)
    {
        try
        {
            Throw("depth " + depth);
        }
        catch (InvalidOperationException)
        {
            if (depth == 1)
                Place.Sleep(); // deepest
            else
                RecursiveCatch(depth - 1); // deeper
        }
    }

    private static void AfterCatch()
    {
        try
        {
            Throw("over");
        }
        catch (InvalidOperationException)
        {
        }
        Place.Sleep(); // after
    }

    private static void Hidden() => Place.SleepHidden(); // hidden

    private static void Throw(string message) => throw new InvalidOperationException(message);
}
