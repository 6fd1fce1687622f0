using System.Runtime.CompilerServices;

namespace InspectNative;

internal sealed class Node
{
    public Node? Next;
}

internal abstract class Maker
{
    public abstract T? Make<T>();
}

internal sealed class NodeMaker : Maker
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override T? Make<T>() where T : default => default;
}

internal sealed class OtherMaker : Maker
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override T? Make<T>() where T : default => default;
}

internal interface IThing
{
    int Number();
}

internal sealed class Thing<T> : IThing
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Number() => 1;
}
