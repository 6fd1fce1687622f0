namespace Shop;

internal static class Links
{
    public static readonly Action<Action>[] All =
    [
        Cart.Static,
        next => new Cart(next),
        next => new Cart().Add(next),
        next => _ = new Cart { Next = next }.Total,
        next => new Cart().Total = next,
        next => _ = new Cart { Next = next }[7],
        next => new Cart().Changed += next,
        next => _ = new Cart { Next = next } + new Cart(),
        next => _ = (int)new Cart { Next = next },
        next => ((IDisposable)new Cart { Next = next }).Dispose(),
        next => _ = ((IEnumerable<Item>)new Cart { Next = next }).GetEnumerator(),
        next => new Cart().Extend(next),
        next => new Cart().WithLambda(next),
        next => new Cart().WithCapture(next),
        next => new Cart().WithNestedLambda(next),
        next => new Cart().WithLocal(next),
        next => new Cart().WithStaticLocal(next),
        next => new Cart().WithLambdaInLocal(next),
        next => new Cart().WithGenericLocal(next),
        next => _ = new Initialised { Next = next }.Field,
        next => new Repository<Item>().Find("x", next),
        next => new Repository<Item>().FindWithLambda("x", next),
        next => new Repository<Item>.Cursor<int>().Move(next),
        next => Repository<Item>.Make(next),
        next => Asynchronous.Run(next),
        next => Asynchronous.RunGeneric(1, next),
        next => Asynchronous.RunLambda(next),
        next => Asynchronous.RunLocal(next),
        next => _ = Iterators.Items(next).First(),
        next => _ = Iterators.Generic(1, next).First(),
        next => Iterators.Finally(next),
        next => Iterators.Dispose(next),
        next => Iterators.Asynchronous(next),
        next => _ = new Item("a", next) with { Name = "b" },
        next => _ = new Item("a", next).ToString(),
        next => new Point(next).Go(),
        next => Structs.Later(next),
        next => new Outer.Inner().Call(next),
        next => new Hidden().Call(next),
        next => new Thrower().Filter(next),
        next => new Thrower().Catch(next),
        next => new Thrower().Finally(next),
        next => Enumerable.Range(0, 1).Select(x => { next(); return x; }).ToList(),
        next => _ = (from x in Enumerable.Range(0, 1) let y = Query(x, next) where y > 0 select y).ToList(),
        next => new Derived().Virtual(next),
        next => ((IDefault)new Derived()).WithBody(next),
        next => new Cart().Changed -= next,
        next => new Cart().Block(next),
        next => new Cart().Property = next,
        next => Cart.StaticBlock(next),
        next => new Repository<Item>().WithLocal("x", next),
        next => new Repository<Item>().WithAsyncLocal(null, next).Wait(),
        next => { Static.Next = next; _ = -new Repository<Item>(); },
        next => { Static.Next = next; Action implicitly = new Repository<Item>(); },
        next => { Static.Next = next; _ = Static.Constructed.Value; },
        next => _ = new Primary(next).Property,
        next => _ = new Primary(next).Lambda(),
        next => Keyword.@class(next, @params: 1),
    ];

    private static int Query(int x, Action next)
    {
        next();
        return x;
    }
}
