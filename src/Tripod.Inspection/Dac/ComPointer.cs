namespace Tripod.Inspection.Dac;

/// <summary>
/// A COM interface of the DAC as a raw pointer that somebody must release. There are no runtime callable wrappers,
/// because their finaliser would enter the DAC from a thread of its own while a sample is being read.
/// </summary>
internal readonly unsafe struct ComPointer(nint address) : IDisposable
{
    private const int QueryInterfaceSlot = 0;
    private const int ReleaseSlot = 2;

    public nint Address { get; } = address;

    public bool IsNull => Address == 0;

    /// <summary>The function in a slot of the vtable; 0 to 2 are IUnknown's.</summary>
    public nint this[int slot] => (*(nint**)Address)[slot];

    /// <summary>The same object by another interface; null if it has none. The caller releases it.</summary>
    public ComPointer Query(in Guid interfaceId)
    {
        nint result = 0;
        fixed (Guid* id = &interfaceId)
            return IsNull || ((delegate* unmanaged<nint, Guid*, nint*, int>)this[QueryInterfaceSlot])(Address, id, &result) < 0
                ? default
                : new ComPointer(result);
    }

    /// <summary>Calls a method of the shape <c>HRESULT Method([out] IUnknown** result)</c>; null if it fails.</summary>
    public ComPointer Get(int slot)
    {
        nint result = 0;
        HResult hr = ((delegate* unmanaged<nint, nint*, int>)this[slot])(Address, &result);
        return hr.Succeeded ? new ComPointer(result) : default;
    }

    public void Dispose()
    {
        if (!IsNull)
            Release();
    }

    /// <summary>
    /// Releases it as often as it takes, where nobody else can hold it: the enumeration that GetStackReferences returns
    /// is created with one reference too many, and would stay with all that it has found.
    /// </summary>
    public void DisposeWholly()
    {
        const int most = 4;
        for (int i = 0; i < most && !IsNull && Release() > 0; i++)
        {
        }
    }

    private uint Release() => ((delegate* unmanaged<nint, uint>)this[ReleaseSlot])(Address);
}
