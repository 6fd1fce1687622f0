namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataMethodInstance: a method as it was instantiated and compiled.</summary>
internal readonly unsafe struct DacMethod(ComPointer method) : IDisposable
{
    /// <summary>In place of an IL offset: code before the method's first instruction (ICorDebugInfo.PROLOG).</summary>
    public const int Prolog = -2;

    /// <summary>In place of an IL offset: code that leaves the method (ICorDebugInfo.EPILOG).</summary>
    public const int Epilog = -3;

    /// <summary>In place of an IL offset: code that the JIT has noted nothing of (ICorDebugInfo.NO_MAPPING).</summary>
    public const int Unmapped = -1;

    public bool IsNull => method.IsNull;

    /// <summary>The MethodDef token, and the address of its module.</summary>
    public bool TryGetTokenAndModule(out int token, out ulong module)
    {
        uint definition = 0;
        nint scope = 0;
        HResult hr = ((delegate* unmanaged<nint, uint*, nint*, int>)method[5])(method.Address, &definition, &scope);
        token = (int)definition;
        module = 0;
        using var owner = new DacModule(new ComPointer(hr.Succeeded ? scope : 0));
        return hr.Succeeded && scope != 0 && owner.TryGetAddress(out module);
    }

    /// <summary>The IL offsets that an instruction stands for, in the code version the address belongs to; their number.</summary>
    public int GetILOffsets(ulong address, Span<int> offsets)
    {
        uint count = 0;
        fixed (int* buffer = offsets)
        {
            HResult hr = ((delegate* unmanaged<nint, ulong, uint, uint*, int*, int>)method[12])(method.Address, address, (uint)offsets.Length, &count, buffer);
            return hr.Succeeded ? (int)Math.Min(count, (uint)offsets.Length) : 0;
        }
    }

    public void Dispose() => method.Dispose();
}
