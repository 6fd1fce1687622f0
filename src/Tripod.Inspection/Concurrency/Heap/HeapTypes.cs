using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Concurrency.Heap;

/// <summary>
/// Types by method table, asked of the DAC once and kept. Whether a type is a Task is told by the class that stands
/// directly below System.Object in its line of bases, or for a WaitHandle, which is a MarshalByRefObject, by the next.
/// </summary>
internal sealed class HeapTypes(DacProcess dac, IDataReader memory)
{
    private const int Most = 100_000;
    private const int DeepestBase = 64;
    private const uint HasComponentSize = 0x8000_0000;
    private const string Marshalled = "System.MarshalByRefObject";

    private readonly Dictionary<ulong, HeapType> _types = [];
    private readonly Dictionary<ulong, HeapKind> _families = [];
    private ulong _marshalled;

    /// <summary>Forgets if there is too much to keep.</summary>
    public void BeginSample()
    {
        _families.Clear();
        if (_types.Count > Most)
            _types.Clear();
    }

    /// <summary>The type with a method table; null if there is none there.</summary>
    public HeapType? Find(ulong methodTable)
    {
        if (!memory.Read(methodTable, out (ulong, ulong, ulong, ulong) identity))
            return null;
        if (_types.TryGetValue(methodTable, out HeapType? known) && known.Identity == identity)
            return known;
        if (!dac.Sos.TryGetMethodTable(methodTable, out MethodTableData data))
            return null;
        return _types[methodTable] = new HeapType(identity, BaseSize(identity.Item1), ComponentSize(identity.Item1), KindOf(methodTable, data));
    }

    // the garbage collector's own view (gcenv.object.h, MethodTable); the DAC's sizes of strings are two bytes short
    private static uint BaseSize(ulong head) => (uint)(head >> 32);

    private static uint ComponentSize(ulong head) => (head & HasComponentSize) != 0 ? (ushort)head : 0u;

    private HeapKind KindOf(ulong methodTable, MethodTableData data)
    {
        ulong family = methodTable, next = methodTable;
        for (int i = 0; i < DeepestBase && data.Parent != 0; i++)
        {
            if (!dac.Sos.TryGetMethodTable(data.Parent, out MethodTableData parent))
                return HeapKind.Other;
            if (parent.Parent == 0)
                return FamilyOf(family, isItself: family == methodTable) is var kind && family == _marshalled ? FamilyOf(next, isItself: false) : kind;
            (next, family, data) = (family, data.Parent, parent);
        }
        return HeapKind.Other;
    }

    private HeapKind FamilyOf(ulong family, bool isItself)
    {
        if (!_families.TryGetValue(family, out HeapKind kind))
        {
            string name = dac.Sos.GetTypeName(family);
            if (name == Marshalled)
                _marshalled = family;
            _families[family] = kind = ByName(name);
        }
        return kind is HeapKind.PooledBox && isItself ? HeapKind.Other : kind;
    }

    private static HeapKind ByName(string name) =>
        name == "System.Threading.Tasks.Task" ? HeapKind.Task
        : name is "System.Threading.WaitHandle" or "System.Threading.CountdownEvent" ? HeapKind.Waitable
        : name.StartsWith("System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1+StateMachineBox", StringComparison.Ordinal) ? HeapKind.PooledBox
        : HeapKind.Other;
}
