using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>The JIT's notes by address of code, kept from sample to sample as long as the same code is there.</summary>
internal sealed class LiveRangeCatalog(DacProcess dac, IDataReader reader)
{
    private const int Most = 5_000;

    private readonly Dictionary<ulong, CompiledMethod?> _found = [];
    private readonly Dictionary<ulong, CompiledMethod> _methods = [];

    /// <summary>Forgets what may have changed since the last sample.</summary>
    public void NewSample()
    {
        _found.Clear();
        if (_methods.Count > Most)
            _methods.Clear();
    }

    /// <summary>The code that holds an address; null if there is none.</summary>
    public CompiledMethod? Find(ulong address, MethodSymbols symbols)
    {
        if (!_found.TryGetValue(address, out var method))
            _found[address] = method = Get(address, symbols);
        return method;
    }

    private CompiledMethod? Get(ulong address, MethodSymbols symbols)
    {
        // what a store to the frame looks like is known of x64 alone
        if (reader.Architecture != Architecture.X64 || !dac.Sos.TryGetCode(address, out var code) || address - code.Start >= code.HotSize)
            return null;
        if (!_methods.TryGetValue(code.Start, out var method) || method.Symbols != symbols || !method.Code.Equals(code))
            _methods[code.Start] = method = new CompiledMethod(code, symbols, LiveRangeTable.TryRead(reader, code));
        return method;
    }
}
