namespace Tripod.Inspection.Dac;

/// <summary>IXCLRDataValue: an argument, a local or a field, in memory or in registers.</summary>
internal readonly unsafe struct DacValue(ComPointer value) : IDisposable
{
    public bool IsNull => value.IsNull;

    public DacValueFlags Flags
    {
        get
        {
            uint flags = 0;
            return ((delegate* unmanaged<nint, uint*, int>)value[3])(value.Address, &flags) >= 0 ? (DacValueFlags)flags : DacValueFlags.None;
        }
    }

    /// <summary>Size in bytes; 0 if unknown.</summary>
    public ulong Size
    {
        get
        {
            ulong size = 0;
            return ((delegate* unmanaged<nint, ulong*, int>)value[5])(value.Address, &size) >= 0 ? size : 0;
        }
    }

    /// <summary>Places that hold parts of the value; 0 if it has been optimised away, −1 if the DAC does not know.</summary>
    public int LocationCount
    {
        get
        {
            uint count = 0;
            return ((delegate* unmanaged<nint, uint*, int>)value[28])(value.Address, &count) == HResult.Ok ? (int)count : -1;
        }
    }

    /// <summary>Where a part of the value lies.</summary>
    public bool TryGetLocation(int index, out DacLocation location)
    {
        uint flags = 0;
        ulong address = 0;
        HResult hr = ((delegate* unmanaged<nint, uint, uint*, ulong*, int>)value[29])(value.Address, (uint)index, &flags, &address);
        location = new DacLocation(address, IsRegister: flags != 0);
        return hr.Succeeded;
    }

    /// <summary>Copies the value's bytes from wherever they lie.</summary>
    /// <param name="buffer">Room for them; may be too small.</param>
    /// <param name="size">How many bytes the value has.</param>
    /// <returns>False if the buffer is too small or the bytes cannot be read.</returns>
    public bool TryGetBytes(Span<byte> buffer, out int size)
    {
        uint needed = 0;
        fixed (byte* bytes = buffer)
        {
            HResult hr = ((delegate* unmanaged<nint, uint, uint*, byte*, int>)value[6])(value.Address, (uint)buffer.Length, &needed, bytes);
            size = (int)needed;
            return hr.Succeeded && size <= buffer.Length;
        }
    }

    /// <summary>Full name of the type as the DAC has it; empty if unknown.</summary>
    public string TypeName
    {
        get
        {
            using DacType type = Type;
            return type.IsNull ? "" : type.Name;
        }
    }

    /// <summary>The type; the caller disposes it.</summary>
    public DacType Type => new(value.Get(8));

    /// <summary>What a reference or pointer refers to.</summary>
    public bool TryGetTarget(out DacValue target)
    {
        target = new DacValue(value.Get(20));
        return !target.IsNull;
    }

    /// <summary>All instance fields, inherited ones too. The caller disposes each value.</summary>
    public List<DacField> GetFields()
    {
        // CLRDATA_VALUE_ALL_KINDS, CLRDATA_FIELD_IS_INHERITED 0x80 and CLRDATA_FIELD_FROM_INSTANCE 0x200
        const uint allInstanceFields = 0x7F | 0x80 | 0x200;
        const int nameLength = 256;
        var fields = new List<DacField>();
        ulong handle = 0;
        HResult started = ((delegate* unmanaged<nint, uint, nint, ulong*, int>)value[13])(value.Address, allInstanceFields, 0, &handle);
        if (!started.IsOk)
            return fields;
        char* name = stackalloc char[nameLength];
        nint field = 0;
        uint length = 0, token = 0;
        while (((delegate* unmanaged<nint, ulong*, nint*, uint, uint*, char*, uint*, int>)value[14])(
            value.Address, &handle, &field, nameLength, &length, name, &token) == HResult.Ok)
            fields.Add(new DacField(new string(name), (int)token, new DacValue(new ComPointer(field))));
        _ = ((delegate* unmanaged<nint, ulong, int>)value[15])(value.Address, handle);
        return fields;
    }

    public void Dispose() => value.Dispose();
}
