namespace Tripod.Inspection.Concurrency.Heap;

/// <summary>What a type of the target has to do with async work.</summary>
internal enum HeapKind
{
    /// <summary>Nothing.</summary>
    Other,

    /// <summary>A Task, of whatever derived type: the box of an async method is one.</summary>
    Task,

    /// <summary>The box of an async method whose builder is PoolingAsyncValueTaskMethodBuilder: not a Task.</summary>
    PooledBox,

    /// <summary>A WaitHandle or a CountdownEvent, of whatever derived type.</summary>
    Waitable,
}
