namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataModule: a module, for what only its private requests tell.</summary>
internal readonly unsafe struct DacModule(ComPointer module) : IDisposable
{
    // DACDATAMODULEPRIV_REQUEST_* of dacprivate.h
    private const uint GetModulePointer = 0xf0000000;
    private const uint GetModuleData = 0xf0000001;

    /// <summary>Address of the runtime's Module, the same as ClrMD's <c>ClrModule.Address</c>.</summary>
    public bool TryGetAddress(out ulong address)
    {
        ulong result = 0;
        HResult hr = Request(GetModulePointer, sizeof(ulong), &result);
        address = result;
        return hr.Succeeded;
    }

    public bool TryGetData(out DacModuleData data)
    {
        DacModuleData result = default;
        HResult hr = Request(GetModuleData, sizeof(DacModuleData), &result);
        data = result;
        return hr.Succeeded;
    }

    public void Dispose() => module.Dispose();

    private HResult Request(uint code, int size, void* result) =>
        ((delegate* unmanaged<nint, uint, uint, byte*, uint, byte*, int>)module[36])(module.Address, code, 0, null, (uint)size, (byte*)result);
}
