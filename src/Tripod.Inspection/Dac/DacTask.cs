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

    /// <summary>Address of the exception that the thread is throwing or handling; 0 if there is none.</summary>
    /// <remarks>GetCurrentExceptionState: the runtime keeps the state from the throw to the end of the handler.</remarks>
    public ulong CurrentException
    {
        get
        {
            using var state = task.Get(15);
            if (state.IsNull)
                return 0;
            using var value = new DacValue(state.Get(5)); // IXCLRDataExceptionState.GetManagedObject
            return !value.IsNull && value.TryGetLocation(0, out var location) && !location.IsRegister ? location.Address : 0;
        }
    }

    public void Dispose() => task.Dispose();
}
