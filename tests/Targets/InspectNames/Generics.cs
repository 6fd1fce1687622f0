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

    public void WithLocal<TKey>(TKey key, Action next)
    {
        Local(key);

        void Local<TInner>(TInner inner)
        {
            Action lambda = () => { next(); GC.KeepAlive(inner); };
            lambda();
        }
    }

    public async Task WithAsyncLocal(T? item, Action next)
    {
        await Local(1);

        async Task Local<TInner>(TInner inner)
        {
            await Task.CompletedTask;
            next();
        }
    }

    public static Repository<T> operator checked -(Repository<T> repository) => repository;

    public static Repository<T> operator -(Repository<T> repository)
    {
        Static.Next();
        return repository;
    }

    public static implicit operator Action(Repository<T> repository)
    {
        Static.Next();
        return Static.Next;
    }

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

internal static class Static
{
    public static Action Next = () => { };

    public static class Constructed
    {
        public static readonly int Value;

        static Constructed() => Value = Call();

        private static int Call()
        {
            Next();
            return 1;
        }
    }
}

internal sealed class Primary(Action next, int number = 1)
{
    public int Property => Run(number);

    public Func<int> Lambda => () => Run(number + 1);

    private int Run(int value)
    {
        next();
        return value;
    }
}
