namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataTypeInstance: a type as it was instantiated.</summary>
internal readonly unsafe struct DacType(ComPointer type) : IDisposable
{
    public bool IsNull => type.IsNull;

    /// <summary>Full name with generic arguments, in the notation of reflection; empty if unknown.</summary>
    public string Name
    {
        get
        {
            const int size = 1024;
            char* name = stackalloc char[size];
            uint length = 0;
            HResult hr = ((delegate* unmanaged<nint, uint, uint, uint*, char*, int>)type[16])(type.Address, 0, size, &length, name);
            return hr.Succeeded ? new string(name) : "";
        }
    }

    /// <summary>
    /// What may be its method table: the interface does not tell, the object behind it holds it as its last field
    /// (ClrDataTypeInstance of dacimpl.h: vtable, references, DAC, age, domain, type). A name must prove it.
    /// </summary>
    public ulong MethodTableCandidate
    {
        get
        {
            const int typeHandle = 5;
            return type.IsNull ? 0 : ((ulong*)type.Address)[typeHandle];
        }
    }

    public void Dispose() => type.Dispose();
}
