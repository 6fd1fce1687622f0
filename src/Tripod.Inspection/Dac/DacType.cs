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

    public void Dispose() => type.Dispose();
}
