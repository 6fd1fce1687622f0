using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Finds the <c>System.Threading.Thread</c> of a thread. The runtime's Thread holds a handle to it (m_ExposedObject),
/// but no interface tells where. Since the object points back (_DONT_USE_InternalThread), the place can be searched
/// for once, and each answer proves itself.
/// </summary>
internal sealed class ThreadObjects(DacProcess dac, IDataReader reader, ModuleCatalog modules)
{
    private const string BackPointer = "_DONT_USE_InternalThread";
    private const string NameField = "_name";
    private const int HeaderSize = sizeof(ulong);
    private const int MostThreadBytes = 4096;
    private const int MostObjectBytes = 160;
    private const int MostSearches = 8;
    private const ulong MethodTableMask = ~7UL; // the garbage collector marks in the lowest bits
    private const int Unknown = -1;

    private int _handleOffset = Unknown;
    private int _backOffset;
    private int _searches;

    /// <summary>Offset of the field _name from the beginning of the object; known once an object was found.</summary>
    public int NameOffset { get; private set; }

    /// <summary>Searches again, should it not have been found yet.</summary>
    public void BeginSample() => _searches = 0;

    /// <summary>The object of the thread at an address; false if it has none.</summary>
    public bool TryFind(ulong thread, out ulong address)
    {
        if (_handleOffset == Unknown && !TrySearch(thread))
        {
            address = 0;
            return false;
        }
        return TryFollow(thread + (ulong)_handleOffset, out address)
            && reader.ReadPointer(address + (ulong)_backOffset, out ulong back)
            && back == thread;
    }

    private bool TrySearch(ulong thread)
    {
        if (_searches++ >= MostSearches)
            return false;
        for (int offset = 0; offset < MostThreadBytes; offset += sizeof(ulong))
            if (TryFollow(thread + (ulong)offset, out ulong candidate) && TryRecognise(candidate, thread))
            {
                _handleOffset = offset;
                return true;
            }
        return false;
    }

    private bool TryFollow(ulong slot, out ulong address)
    {
        address = 0;
        return reader.ReadPointer(slot, out ulong handle) && handle != 0 && handle % sizeof(ulong) == 0
            && reader.ReadPointer(handle, out address) && address != 0 && address % sizeof(ulong) == 0;
    }

    private bool TryRecognise(ulong candidate, ulong thread)
    {
        Span<ulong> words = stackalloc ulong[MostObjectBytes / sizeof(ulong)];
        int count = reader.Read(candidate, MemoryMarshal.AsBytes(words)) / sizeof(ulong);
        if (count < 2 || !words[1..count].Contains(thread))
            return false;
        int name = Unknown, back = Unknown;
        foreach (FieldDesc field in dac.Sos.GetFields(words[0] & MethodTableMask))
            switch (field.IsStatic ? null : NameOf(field))
            {
                case NameField: name = HeaderSize + (int)field.Offset; break;
                case BackPointer: back = HeaderSize + (int)field.Offset; break;
            }
        if (name == Unknown || back == Unknown || words.Length * sizeof(ulong) <= back || words[back / sizeof(ulong)] != thread)
            return false;
        (NameOffset, _backOffset) = (name, back);
        return true;
    }

    private string? NameOf(in FieldDesc field)
    {
        if (!dac.Sos.TryGetMethodTableModule(field.EnclosingMethodTable, out ulong module) || modules.Get(module) is not { } symbols)
            return null;
        EntityHandle handle = MetadataTokens.EntityHandle(field.Token);
        return handle.Kind == HandleKind.FieldDefinition && MetadataTokens.GetRowNumber(handle) <= symbols.Metadata.GetTableRowCount(TableIndex.Field)
            ? symbols.Metadata.GetString(symbols.Metadata.GetFieldDefinition((FieldDefinitionHandle)handle).Name)
            : null;
    }
}
