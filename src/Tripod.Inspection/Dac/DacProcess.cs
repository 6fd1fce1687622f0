using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Dac;

/// <summary>
/// IXCLRDataProcess: the root of the DAC, shared with ClrMD (<see cref="DataTarget.AddLoadedRuntime(ClrInfo, nint, object)"/>).
/// It is flushed through <see cref="ClrRuntime.FlushCachedData"/> alone: ClrMD keeps interfaces to metadata (IMetaDataImport)
/// and lets go of them there, before ClrDataAccess::Flush (debug/daccess/daccess.cpp) frees the copies that they read.
/// Slots of this and all other interfaces here: src/coreclr/inc/xclrdata.idl.
/// </summary>
internal sealed unsafe class DacProcess : IDisposable
{
    private static readonly Guid InterfaceId = new("5c552ab6-fc09-4cb3-8e36-22fa03c798b7");
    private static readonly StrategyBasedComWrappers Wrappers = new();

    private ComPointer _process;

    private DacProcess(ComPointer process)
    {
        _process = process;
        Sos = new SosDac(process);
    }

    /// <summary>The pointer to hand to ClrMD, which takes a reference of its own.</summary>
    public nint Address => _process.Address;

    /// <summary>What ClrMD holds while it is inside the DAC.</summary>
    public object Lock { get; } = new();

    public SosDac Sos { get; }

    /// <summary>Opens the DAC on a process.</summary>
    /// <exception cref="DllNotFoundException">The DAC cannot be loaded.</exception>
    public static HResult TryOpen(string dacPath, IDataReader reader, ulong runtimeBase, out DacProcess? process)
    {
        process = null;
        var create = (delegate* unmanaged<Guid*, nint, nint*, int>)DacLibrary.CreateInstanceFunction(dacPath);
        var unknown = new ComPointer(Wrappers.GetOrCreateComInterfaceForObject(new DacTarget(reader, runtimeBase), CreateComInterfaceFlags.None));
        using ComPointer target = unknown.Query(typeof(ICLRDataTarget).GUID);
        unknown.Dispose();
        nint address = 0;
        Guid id = InterfaceId;
        HResult hr = create(&id, target.Address, &address);
        if (hr.Succeeded)
            process = new DacProcess(new ComPointer(address));
        return hr;
    }

    /// <summary>The thread with an OS id; false if the runtime knows none.</summary>
    public bool TryGetTask(uint osId, out DacTask task)
    {
        nint result = 0;
        HResult hr = ((delegate* unmanaged<nint, uint, nint*, int>)_process[7])(_process.Address, osId, &result);
        task = new DacTask(new ComPointer(hr.Succeeded ? result : 0));
        return hr.Succeeded && result != 0;
    }

    /// <summary>All modules. The caller disposes each.</summary>
    public List<DacModule> GetModules()
    {
        var modules = new List<DacModule>();
        ulong handle = 0;
        HResult started = ((delegate* unmanaged<nint, ulong*, int>)_process[23])(_process.Address, &handle);
        if (!started.IsOk)
            return modules;
        nint module = 0;
        while (((delegate* unmanaged<nint, ulong*, nint*, int>)_process[24])(_process.Address, &handle, &module) == HResult.Ok)
            modules.Add(new DacModule(new ComPointer(module)));
        _ = ((delegate* unmanaged<nint, ulong, int>)_process[25])(_process.Address, handle);
        return modules;
    }

    public void Dispose()
    {
        Sos.Dispose();
        _process.Dispose();
        _process = default;
    }
}
