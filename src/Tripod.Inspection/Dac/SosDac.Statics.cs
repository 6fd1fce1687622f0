namespace Tripod.Inspection.Dac;

/// <summary>ISOSDacInterface14 (sospriv.idl), since .NET 9: where static fields lie.</summary>
internal sealed unsafe partial class SosDac
{
    private static readonly Guid Interface14Id = new("9aa22aca-6dc6-4a0c-b4e0-70d2416b9837");

    /// <summary>The runtime is new enough for the rest of this.</summary>
    public bool KnowsStatics => !_sos14.IsNull;

    /// <summary>Where the fields lie that all threads share; false if the DAC does not know.</summary>
    public bool TryGetStatics(ulong methodTable, out StaticBases bases)
    {
        ulong plain = 0, references = 0;
        HResult hr = _sos14.IsNull ? HResult.NotImplemented
            : ((delegate* unmanaged<nint, ulong, ulong*, ulong*, int>)_sos14[3])(_sos14.Address, methodTable, &plain, &references);
        bases = new StaticBases(plain, references);
        return hr.Succeeded;
    }

    /// <summary>Where the fields lie that a thread has for itself.</summary>
    /// <param name="methodTable">The type.</param>
    /// <param name="thread">Address of the runtime's Thread.</param>
    /// <param name="bases">Where they lie; 0 if the thread has not used them yet.</param>
    public bool TryGetThreadStatics(ulong methodTable, ulong thread, out StaticBases bases)
    {
        ulong plain = 0, references = 0;
        HResult hr = _sos14.IsNull ? HResult.NotImplemented
            : ((delegate* unmanaged<nint, ulong, ulong, ulong*, ulong*, int>)_sos14[4])(_sos14.Address, methodTable, thread, &plain, &references);
        bases = new StaticBases(plain, references);
        return hr.Succeeded;
    }

    /// <summary>Whether the static constructor of a type has run.</summary>
    public ClassState GetClassState(ulong methodTable)
    {
        int flags = 0;
        HResult hr = _sos14.IsNull ? HResult.NotImplemented
            : ((delegate* unmanaged<nint, ulong, int*, int>)_sos14[5])(_sos14.Address, methodTable, &flags);
        return !hr.Succeeded ? ClassState.Unknown
            : (flags & (int)ClassState.Failed) != 0 ? ClassState.Failed
            : (flags & (int)ClassState.Done) != 0 ? ClassState.Done
            : ClassState.NotYet;
    }
}
