using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks.Code;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Code points by address, kept from sample to sample. In each sample the first look at an address asks the DAC again
/// which method lies there, since code of collectible assemblies and dynamic methods comes and goes.
/// </summary>
internal sealed class CodePoints(DacProcess dac, IDataReader reader, ModuleCatalog modules, FrameFactory frames)
{
    private const int Most = 20_000;

    private readonly Dictionary<(ulong Address, bool IsLeaf, ulong Callee), CodePoint> _points = [];
    private readonly Dictionary<ulong, ulong> _methodDescs = [];
    private readonly CodeNotes _notes = new(dac, reader);
    private readonly CallLines _calls = new(new References(modules.FindAssembly));

    /// <summary>Forgets what may have changed since the last sample.</summary>
    public void BeginSample()
    {
        _methodDescs.Clear();
        _notes.BeginSample();
        if (_points.Count > Most)
            _points.Clear();
    }

    /// <summary>Whether compiled managed code lies at an address.</summary>
    public bool IsManaged(ulong address) => FindMethodDesc(address) != 0;

    /// <summary>The code point of a frame; null if there is no managed code.</summary>
    /// <param name="ip">The frame's instruction pointer.</param>
    /// <param name="isLeaf">The newest frame, stopped in managed code: in all others the pointer is behind a call.</param>
    /// <param name="walk">Stands at the frame.</param>
    /// <param name="callee">The newer frame's; null if it is not managed code.</param>
    public CodePoint? Find(ulong ip, bool isLeaf, in DacStackWalk walk, CodePoint? callee)
    {
        ulong address = isLeaf ? ip : ip - 1;
        ulong methodDesc = FindMethodDesc(address);
        if (methodDesc == 0)
            return null;
        var key = (address, isLeaf, callee?.MethodDesc ?? 0); // the same call may go to several methods, or to none yet
        if (_points.TryGetValue(key, out CodePoint? point) && point.MethodDesc == methodDesc && IsCurrent(point))
            return point;
        return _points[key] = Create(methodDesc, address, isLeaf, walk, callee);
    }

    // a module that was unloaded has other symbols now; methods without metadata are named anew each time
    private bool IsCurrent(CodePoint point) => point.Symbols is { } symbols && modules.Get(point.Module) == symbols.Module;

    /// <summary>The method whose code, or stub, lies at an address; 0 if there is none.</summary>
    public ulong FindMethodDesc(ulong address)
    {
        if (!_methodDescs.TryGetValue(address, out ulong methodDesc))
            _methodDescs[address] = methodDesc = dac.Sos.GetMethodDesc(address);
        return methodDesc;
    }

    /// <summary>Whether code was optimised: its lines may be in any order, and what it calls compiled into it.</summary>
    private bool IsOptimized(ulong methodDesc, ulong address) =>
        dac.Sos.GetTier(methodDesc, address) is CodeTier.Optimized or CodeTier.Tier1 or CodeTier.Tier1Osr or CodeTier.ReadyToRun;

    /// <summary>
    /// The method that was found. Before the DAC describes it, it follows its newest code, or the stub that stands for
    /// it, back to it: of a method that was given another after the twin was made it finds the new one in memory that is
    /// shared with the target, and nothing of it in the tables that are frozen (DacValidateMD of request.cpp), and refuses.
    /// The frame knows it all the same.
    /// </summary>
    private bool TryGetMethod(ulong methodDesc, in DacStackWalk walk, out DacMethodDesc method)
    {
        if (dac.Sos.TryGetMethod(methodDesc, out method))
            return true;
        if (!walk.TryGetFrame(out DacFrame frame))
            return false;
        using (frame)
            if (frame.TryGetMethod(out DacMethod instance))
                using (instance)
                    if (instance.TryGetTokenAndModule(out int token, out ulong module))
                        method = new DacMethodDesc(methodDesc, module, token);
        return method.Token != 0;
    }

    /// <summary>The IL offset of the call that a frame stands in; −1 if unknown.</summary>
    private int FindCall(MethodSymbols method, int noted, MethodSymbols called, CodePoint callee, in DacStackWalk walk, ulong returnAddress, bool isOptimized)
    {
        if (!isOptimized)
            return _calls.Find(method, noted, called);
        if (CallLines.NeedsOrigin(method, noted, called))
            noted = _notes.FindOrigin(walk, returnAddress, method) ?? noted;
        return _calls.Find(method, noted, called, noted >= 0 ? _notes.FindCalls(walk, returnAddress, callee) : null);
    }

    private CodePoint Create(ulong methodDesc, ulong address, bool isLeaf, in DacStackWalk walk, CodePoint? callee)
    {
        if (!TryGetMethod(methodDesc, walk, out DacMethodDesc method) || method.IsDynamic
            || modules.Get(method.Module)?.GetMethod(method.Token) is not { } symbols)
            return frames.CreateWithoutSymbols(methodDesc, dac.Sos.GetMethodName(methodDesc));
        bool isOptimized = symbols.Lines.Length > 0 && IsOptimized(methodDesc, address);
        var (ilOffset, isPrologOrEpilog) = ILOffsets.Find(walk, address);
        if (callee is { Symbols: { } called } && symbols.Lines.Length > 0)
            ilOffset = FindCall(symbols, ilOffset, called, callee, walk, address + 1, isOptimized);
        // what native code between was called for is not known, nor by whom
        bool mayBeInlined = isOptimized && ilOffset >= 0 && (isLeaf || callee is not null) && CallLines.MayBeInlined(symbols, ilOffset, callee?.Symbols);
        var exact = symbols.Arity is (0, 0) ? null : ExactArguments.OfMethod(dac.Sos.GetMethodName(methodDesc), symbols);
        CodePoint point = frames.Create(method, symbols, ilOffset, isPrologOrEpilog, mayBeInlined, exact);
        if (!point.IsFramework && !point.IsHidden)
            modules.Mention(symbols.Module);
        return point;
    }
}
