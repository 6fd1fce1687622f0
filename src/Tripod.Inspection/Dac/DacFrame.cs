namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataFrame: one managed frame, its arguments and locals.</summary>
internal readonly unsafe struct DacFrame(ComPointer frame) : IDisposable
{
    private static readonly Guid Frame2Id = new("1C4D9A4B-702D-4CF6-B290-1DB6F43050D0");

    public bool IsNull => frame.IsNull;

    /// <summary>Number of arguments, <c>this</c> counted; 0 if unknown.</summary>
    public int ArgumentCount => Count(6);

    /// <summary>Number of local slots of the IL; 0 if unknown.</summary>
    public int LocalCount => Count(8);

    /// <summary>An argument, <c>this</c> first. False where the DAC cannot even type it.</summary>
    public bool TryGetArgument(int index, out DacValue value) => TryGetValue(7, index, out value);

    /// <summary>The local in a slot of the IL. False where the DAC cannot even type it.</summary>
    public bool TryGetLocal(int slot, out DacValue value) => TryGetValue(9, slot, out value);

    /// <summary>The method as it was instantiated for this frame.</summary>
    public bool TryGetMethod(out DacMethod method)
    {
        method = new DacMethod(frame.Get(11));
        return !method.IsNull;
    }

    /// <summary>The hidden generic context of shared code: a MethodDesc, a MethodTable or <c>this</c>. False where there is none.</summary>
    public bool TryGetGenericToken(out DacValue value)
    {
        using ComPointer frame2 = frame.Query(Frame2Id);
        value = frame2.IsNull ? default : new DacValue(frame2.Get(3));
        return !value.IsNull;
    }

    public void Dispose() => frame.Dispose();

    private int Count(int slot)
    {
        uint count = 0;
        return ((delegate* unmanaged<nint, uint*, int>)frame[slot])(frame.Address, &count) >= 0 ? (int)count : 0;
    }

    private bool TryGetValue(int slot, int index, out DacValue value)
    {
        nint result = 0;
        HResult hr = ((delegate* unmanaged<nint, uint, nint*, uint, uint*, char*, int>)frame[slot])(frame.Address, (uint)index, &result, 0, null, null);
        value = new DacValue(new ComPointer(hr.Succeeded ? result : 0));
        return !value.IsNull;
    }
}
