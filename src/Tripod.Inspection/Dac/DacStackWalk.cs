namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataStackWalk: stands at one frame and goes to older ones.</summary>
internal readonly unsafe struct DacStackWalk(ComPointer walk) : IDisposable
{
    // CLRDATA_SIMPFRAME_MANAGED_METHOD
    private const uint ManagedMethod = 2;

    public bool IsNull => walk.IsNull;

    /// <summary>Whether the walk stands at a managed method.</summary>
    public bool IsManaged
    {
        get
        {
            uint simple = 0, detailed = 0;
            HResult hr = ((delegate* unmanaged<nint, uint*, uint*, int>)walk[7])(walk.Address, &simple, &detailed);
            return hr.Succeeded && simple == ManagedMethod;
        }
    }

    /// <summary>The registers as they are in the frame.</summary>
    public bool TryGetContext(uint flags, Span<byte> context)
    {
        uint size = 0;
        fixed (byte* buffer = context)
            return ((delegate* unmanaged<nint, uint, uint, uint*, byte*, int>)walk[3])(walk.Address, flags, (uint)context.Length, &size, buffer) >= 0;
    }

    /// <summary>Goes on to the next older frame; false at the end.</summary>
    public bool Next() => ((delegate* unmanaged<nint, int>)walk[5])(walk.Address) == HResult.Ok;

    /// <summary>Puts the walk at the frame that has these registers.</summary>
    public bool TrySetContext(ReadOnlySpan<byte> context)
    {
        // CLRDATA_STACK_SET_UNWIND_CONTEXT: as if the walk had come here by itself
        const uint unwindContext = 0;
        fixed (byte* buffer = context)
            return ((delegate* unmanaged<nint, uint, uint, byte*, int>)walk[10])(walk.Address, unwindContext, (uint)context.Length, buffer) == HResult.Ok;
    }

    /// <summary>The frame at which the walk stands.</summary>
    public bool TryGetFrame(out DacFrame frame)
    {
        frame = new DacFrame(walk.Get(8));
        return !frame.IsNull;
    }

    public void Dispose() => walk.Dispose();
}
