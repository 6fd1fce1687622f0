namespace Shop;

internal sealed class Repository<T>
{
    public void Find<TKey>(TKey key, Action next) => next();

    public void FindWithLambda<TKey>(TKey key, Action next)
    {
        Action lambda = () => { next(); GC.KeepAlive(key); };
        lambda();
    }

    public static void Make(Action next) => next();

    public sealed class Cursor<TPosition>
    {
        public void Move(Action next) => next();
    }
}

internal readonly struct Point(Action next)
{
    public void Go() => next();
}

internal static class Structs
{
    public static void Later(Action next) => new Wrapper<int>(next).Call();

    private readonly ref struct Wrapper<T>(Action next)
    {
        public void Call() => next();
    }
}

internal static class Outer
{
    public sealed class Inner
    {
        public void Call(Action next) => next();
    }
}

file sealed class Base
{
    public void Call(Action next) => next();
}

internal sealed class Hidden
{
    public void Call(Action next) => new Base().Call(next);
}

internal sealed class Thrower
{
    public void Catch(Action next)
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
            next(); // in catch
        }
    }

    public void Filter(Action next)
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException) when (IsWanted(next))
        {
        }
    }

    public void Finally(Action next)
    {
        try
        {
            GC.KeepAlive(this);
        }
        finally
        {
            next(); // in finally
        }
    }

    private static bool IsWanted(Action next)
    {
        next();
        return true;
    }
}

internal interface IDefault
{
    void WithBody(Action next) => next();
}

internal abstract class Abstract<T>
{
    public virtual void Virtual(Action next) => next();
}

internal sealed class Derived : Abstract<string>, IDefault
{
    public override void Virtual(Action next) => base.Virtual(next);
}

internal static class Keyword
{
    public static void @class(Action next, int @params) => next();
}
