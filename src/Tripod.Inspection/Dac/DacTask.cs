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

    public void Dispose() => task.Dispose();
}
