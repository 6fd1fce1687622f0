using System.Runtime.CompilerServices;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Memory;

/// <summary>The registers of the sample's threads, as the DAC gets to see them.</summary>
internal sealed class ThreadContexts(ContextLayout layout)
{
    private readonly Dictionary<int, int> _indexes = [];
    private readonly HashSet<int> _hidden = [];
    private readonly Dictionary<int, byte[]> _replaced = [];
    private ThreadRecord[] _records = [];

    public ContextLayout Layout => layout;

    public void BeginSample(ThreadRecord[] records)
    {
        _records = records;
        _indexes.Clear();
        _hidden.Clear();
        _replaced.Clear();
        for (int i = 0; i < records.Length; i++)
            _indexes[records[i].Tid] = i;
    }

    /// <summary>What was captured of a thread; a null reference if nothing was.</summary>
    public ref readonly ThreadRecord Find(int tid)
    {
        if (_indexes.TryGetValue(tid, out int index))
            return ref _records[index];
        return ref Unsafe.NullRef<ThreadRecord>();
    }

    /// <summary>From here on all registers of a thread but two are garbage: it is in native code, and they are not managed code's.</summary>
    public void Hide(int tid) => _hidden.Add(tid);

    /// <summary>From here on a thread has the registers of another of its frames.</summary>
    public void Replace(int tid, ReadOnlySpan<byte> context) => _replaced[tid] = context[..layout.Size].ToArray();

    /// <summary>Takes back <see cref="Replace"/>.</summary>
    public void Restore(int tid) => _replaced.Remove(tid);

    /// <summary>Fills a context; false if the registers of the thread are not known.</summary>
    public bool TryGet(int tid, Span<byte> context)
    {
        if (context.Length < layout.Size || !_indexes.TryGetValue(tid, out int index)
            || _records[index].State is not (ThreadState.Stopped or ThreadState.Asleep))
            return false;
        layout.Fill(context, _records[index]);
        if (_replaced.TryGetValue(tid, out byte[]? registers))
            registers.CopyTo(context);
        else if (_hidden.Contains(tid))
            layout.PoisonAll(context);
        return true;
    }
}
