namespace TypeLoads;

/// <summary>Loads thousands of types a second until a word comes: the runtime's tables of types change and grow all the time.</summary>
internal static class Program
{
    private static volatile bool s_isEnding;

    private static void Main()
    {
        var loading = new Thread(Load) { Name = "loading" };
        loading.Start();
        Handshake.Reached();
        Handshake.WaitForWord();
        s_isEnding = true;
        loading.Join();
    }

    private static void Load()
    {
        Type[] types = [.. typeof(object).Assembly.GetExportedTypes().Where(IsArgument)];
        for (int i = 0; !s_isEnding; i = (i + 1) % (types.Length * types.Length))
        {
            Type visitor = typeof(Visitor<,>).MakeGenericType(types[i % types.Length], types[i / types.Length]);
            ((IVisitor)Activator.CreateInstance(visitor)!).Visit(depth: 2);
        }
    }

    private static bool IsArgument(Type type) =>
        type is { ContainsGenericParameters: false, IsByRefLike: false, IsPointer: false } && !(type.IsAbstract && type.IsSealed)
        && type != typeof(void) && type != typeof(TypedReference) && type != typeof(ArgIterator) && type != typeof(RuntimeArgumentHandle);
}
