namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataTask: a thread that the runtime knows.</summary>
internal readonly unsafe struct DacTask(ComPointer task) : IDisposable
{
    // CLRDATA_SIMPFRAME_*: unrecognised, managed method, runtime managed code, runtime unmanaged code
    private const uint AllFrames = 0xF;

    /// <summary>A walk that begins at the context the reader gives for the thread.</summary>
    public bool TryCreateStackWalk(out DacStackWalk walk)
    {
        nint result = 0;
        HResult hr = ((delegate* unmanaged<nint, uint, nint*, int>)task[11])(task.Address, AllFrames, &result);
        walk = new DacStackWalk(new ComPointer(hr.Succeeded ? result : 0));
        return hr.Succeeded && result != 0;
    }

    /// <summary>The <c>System.Threading.Thread</c> of the thread, as a reference that lies in a handle; false if it has none.</summary>
    public bool TryGetManagedObject(out DacValue value)
    {
        value = new DacValue(task.Get(8));
        return !value.IsNull;
    }

    public void Dispose() => task.Dispose();
}
