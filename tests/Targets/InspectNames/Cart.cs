using System.Collections;

namespace Shop;

internal sealed class Cart : IDisposable, IEnumerable<Item>
{
    public Cart() { }

    public Cart(Action next) => next();

    public Action Next { get; init; } = () => { };

    public Action Total
    {
        get { Next(); return Next; }
        set => value();
    }

    public int this[int index]
    {
        get { Next(); return index; }
    }

    public event Action Changed
    {
        add => value();
        remove => value();
    }

    public static Cart operator +(Cart left, Cart right) { left.Next(); return right; }

    public static explicit operator int(Cart cart) { cart.Next(); return 0; }

    public static void Static(Action next) => next();

    public void Add(Action next) => next();

    void IDisposable.Dispose() => Next();

    IEnumerator<Item> IEnumerable<Item>.GetEnumerator() { Next(); return null!; }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();

    public void WithLambda(Action next)
    {
        Action<Action> lambda = static action => action();
        lambda(next);
    }

    public void WithCapture(Action next)
    {
        int captured = GetHashCode();
        Action lambda = () => { next(); captured++; };
        lambda();
    }

    public void WithNestedLambda(Action next)
    {
        Action outer = () =>
        {
            Action inner = () => next();
            inner();
        };
        outer();
    }

    public void WithLocal(Action next)
    {
        Local();
        void Local() => next();
    }

    public void WithStaticLocal(Action next)
    {
        Local(next);
        static void Local(Action action) => action();
    }

    public void WithLambdaInLocal(Action next)
    {
        Local();
        void Local()
        {
            Action lambda = () => next();
            lambda();
        }
    }

    public void WithGenericLocal(Action next)
    {
        Local(1);
        void Local<TValue>(TValue value) => next();
    }
}

internal static class CartExtensions
{
    extension(Cart cart)
    {
        public void Block(Action next) => next();

        public Action Property { set => value(); }

        public static void StaticBlock(Action next) => next();
    }

    public static void Extend(this Cart cart, Action next) => next();
}

internal sealed class Initialised
{
    public Action Next { get; init; } = () => { };

    private readonly Func<Action, int> _lambda = next => { next(); return 1; };

    public int Field => _lambda(Next);
}

internal sealed record Item(string Name, Action Next)
{
    private Item(Item other)
    {
        (Name, Next) = (other.Name, other.Next);
        Next();
    }

    public override string ToString() { Next(); return Name; }
}
