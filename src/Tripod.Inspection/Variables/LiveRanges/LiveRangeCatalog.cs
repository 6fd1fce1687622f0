using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>The JIT's notes by address of code. Read anew in each sample: code comes and goes.</summary>
internal sealed class LiveRangeCatalog(DacProcess dac, IDataReader reader)
{
    private readonly Dictionary<ulong, LiveRangeTable?> _tables = [];

    /// <summary>Forgets what may have changed since the last sample.</summary>
    public void NewSample() => _tables.Clear();

    /// <summary>The notes on the code that holds an address; null if there are none that can be read: precompiled code keeps them elsewhere.</summary>
    public LiveRangeTable? Find(ulong address)
    {
        if (!_tables.TryGetValue(address, out var table))
            _tables[address] = table = Read(address);
        return table;
    }

    private LiveRangeTable? Read(ulong address) =>
        // what a store to the frame looks like is known of x64 alone
        reader.Architecture == Architecture.X64 && dac.Sos.TryGetCode(address, out var code) && address - code.Start < code.HotSize
            ? LiveRangeTable.TryRead(reader, code) : null;
}
