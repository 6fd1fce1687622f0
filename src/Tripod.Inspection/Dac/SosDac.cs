namespace Tripod.Inspection.Dac;

/// <summary>ISOSDacInterface (sospriv.idl): the runtime's structures by address.</summary>
internal sealed unsafe partial class SosDac : IDisposable
{
    private static readonly Guid InterfaceId = new("436f00f2-b42a-4b9f-870c-e73db66ae930");
    private static readonly Guid Interface5Id = new("127d6abe-6c86-4e48-8e7b-220781c58101");

    private const int NameLength = 1024;

    private readonly ComPointer _sos;
    private readonly ComPointer _sos5;
    private readonly ComPointer _sos14;

    public SosDac(ComPointer process)
    {
        _sos = process.Query(InterfaceId);
        _sos5 = process.Query(Interface5Id);
        _sos14 = process.Query(Interface14Id);
    }

    /// <summary>Whether the heap can be read: false while a garbage collection moves objects (the same as ClrMD's CanWalkHeap).</summary>
    public bool IsHeapValid
    {
        get
        {
            DacHeapData data = default;
            return !_sos.IsNull && ((delegate* unmanaged<nint, DacHeapData*, int>)_sos[46])(_sos.Address, &data) >= 0 && data.StructuresValid != 0;
        }
    }

    public bool TryGetThreadStore(out DacThreadStore store)
    {
        DacThreadStore result = default;
        HResult hr = _sos.IsNull ? HResult.Fail : ((delegate* unmanaged<nint, DacThreadStore*, int>)_sos[3])(_sos.Address, &result);
        store = result;
        return hr.Succeeded;
    }

    /// <summary>A thread by the address of the runtime's Thread.</summary>
    /// <remarks>Asked for none, or for the owner of an orphaned lock (−1), the DAC dereferences null and falls.</remarks>
    public bool TryGetThread(ulong address, out DacThread thread)
    {
        DacThread result = default;
        HResult hr = address is 0 or ulong.MaxValue ? HResult.Fail : ((delegate* unmanaged<nint, ulong, DacThread*, int>)_sos[17])(_sos.Address, address, &result);
        thread = result;
        return hr.Succeeded;
    }

    public bool TryGetModule(ulong address, out DacModuleInfo module)
    {
        DacModuleInfo result = default;
        HResult hr = ((delegate* unmanaged<nint, ulong, DacModuleInfo*, int>)_sos[13])(_sos.Address, address, &result);
        module = result;
        return hr.Succeeded;
    }

    public bool TryGetMethod(ulong methodDesc, out DacMethodDesc method)
    {
        DacMethodDesc result = default;
        HResult hr = ((delegate* unmanaged<nint, ulong, ulong, DacMethodDesc*, uint, void*, uint*, int>)_sos[20])(
            _sos.Address, methodDesc, 0, &result, 0, null, null);
        method = result;
        return hr.Succeeded;
    }

    /// <summary>Address of the module that declares a type.</summary>
    public bool TryGetMethodTableModule(ulong methodTable, out ulong module)
    {
        bool found = TryGetMethodTable(methodTable, out MethodTableData data);
        module = data.Module;
        return found;
    }

    public bool TryGetMethodTable(ulong methodTable, out MethodTableData data)
    {
        MethodTableData result = default;
        HResult hr = ((delegate* unmanaged<nint, ulong, MethodTableData*, int>)_sos[37])(_sos.Address, methodTable, &result);
        data = result;
        return hr.Succeeded;
    }

    /// <summary>Name of a type; empty if unknown.</summary>
    public string GetTypeName(ulong methodTable) => GetName(36, methodTable);

    /// <summary>A sync block by its index in an object's header.</summary>
    public bool TryGetSyncBlock(uint index, out SyncBlockData block)
    {
        SyncBlockData result = default;
        HResult hr = ((delegate* unmanaged<nint, uint, SyncBlockData*, int>)_sos[59])(_sos.Address, index, &result);
        block = result;
        return hr.Succeeded && result.IsFree == 0;
    }

    /// <summary>All references on the stack of a thread that the garbage collector would keep alive.</summary>
    public List<StackReference> GetStackReferences(uint osId)
    {
        const int most = 64;
        var references = new List<StackReference>();
        nint address = 0;
        if (((delegate* unmanaged<nint, uint, nint*, int>)_sos[79])(_sos.Address, osId, &address) < 0 || address == 0)
            return references;
        var all = new ComPointer(address);
        StackReference* buffer = stackalloc StackReference[most];
        uint count = 0;
        do
        {
            if (((delegate* unmanaged<nint, uint, StackReference*, uint*, int>)all[6])(all.Address, most, buffer, &count) < 0)
                break;
            references.AddRange(new ReadOnlySpan<StackReference>(buffer, (int)Math.Min(count, most)));
        }
        while (count == most);
        all.DisposeWholly();
        return references;
    }

    /// <summary>Fields that a type declares itself, in the order of the runtime.</summary>
    /// <param name="methodTable">The type.</param>
    /// <param name="most">How many it declares, if that is known: there is no other end to the list.</param>
    public List<FieldDesc> GetFields(ulong methodTable, int most = int.MaxValue)
    {
        var fields = new List<FieldDesc>();
        FieldList list = default;
        if (((delegate* unmanaged<nint, ulong, FieldList*, int>)_sos[39])(_sos.Address, methodTable, &list) < 0)
            return fields;
        // the list has no end mark, and inherited fields are in the count but not in the list: never trust it further
        ulong address = list.First;
        for (int i = 0; i < Math.Min(list.InstanceCount + list.StaticCount, most) && address != 0; i++)
        {
            FieldDesc field = default;
            if (((delegate* unmanaged<nint, ulong, FieldDesc*, int>)_sos[42])(_sos.Address, address, &field) < 0)
                break;
            fields.Add(field);
            address = field.Next;
        }
        return fields;
    }

    /// <summary>The compiled code that holds an address.</summary>
    public bool TryGetCode(ulong instructionPointer, out CodeHeaderData code)
    {
        CodeHeaderData result = default;
        HResult hr = ((delegate* unmanaged<nint, ulong, CodeHeaderData*, int>)_sos[26])(_sos.Address, instructionPointer, &result);
        code = result;
        return hr.Succeeded;
    }

    /// <summary>The MethodDesc whose code holds an address; 0 if it is not managed code.</summary>
    public ulong GetMethodDesc(ulong instructionPointer)
    {
        ulong result = 0;
        HResult hr = ((delegate* unmanaged<nint, ulong, ulong*, int>)_sos[21])(_sos.Address, instructionPointer, &result);
        return hr.Succeeded ? result : 0;
    }

    /// <summary>Name and parameter types of a method; empty if unknown.</summary>
    public string GetMethodName(ulong methodDesc) => GetName(22, methodDesc);

    /// <summary>Path of the file that a module was loaded from; empty if it came from memory.</summary>
    public string GetFileName(in DacModuleInfo module) => GetName(45, module.PEAssembly);

    /// <summary>How the code that holds an address was compiled.</summary>
    public CodeTier GetTier(ulong methodDesc, ulong instructionPointer)
    {
        const int most = 32;
        CodeVersion* versions = stackalloc CodeVersion[most];
        int count = 0;
        if (_sos5.IsNull || ((delegate* unmanaged<nint, ulong, int, CodeVersion*, int, int*, int>)_sos5[3])(
            _sos5.Address, methodDesc, 0, versions, most, &count) < 0)
            return CodeTier.Unknown;
        CodeVersion nearest = default;
        foreach (CodeVersion version in new ReadOnlySpan<CodeVersion>(versions, Math.Min(count, most)))
            if (version.Code <= instructionPointer && version.Code >= nearest.Code)
                nearest = version;
        return nearest.Tier;
    }

    public void Dispose()
    {
        _sos.Dispose();
        _sos5.Dispose();
        _sos14.Dispose();
    }

    private string GetName(int slot, ulong address)
    {
        char* name = stackalloc char[NameLength];
        uint needed = 0;
        HResult hr = ((delegate* unmanaged<nint, ulong, uint, char*, uint*, int>)_sos[slot])(_sos.Address, address, NameLength, name, &needed);
        return hr.Succeeded ? new string(name) : "";
    }
}
