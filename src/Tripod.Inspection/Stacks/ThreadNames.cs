using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>Names of threads: the field _name of their <c>System.Threading.Thread</c>, read from memory.</summary>
internal sealed class ThreadNames(DacProcess dac, IDataReader reader, ModuleCatalog modules)
{
    private const int MostLength = 200;
    private const int Unknown = -1;

    // Object: method table pointer; String: length, then its characters (System.String)
    private const int HeaderSize = sizeof(ulong);
    private const int LengthSize = sizeof(int);
    private const ulong MethodTableMask = ~7UL; // the garbage collector marks in the lowest bits

    private readonly Dictionary<(uint OsId, int ManagedId), string?> _known = [];
    private int _offset = Unknown;

    /// <summary>The name, escaped; null if it has none. During a collection, when objects move, the one known from before.</summary>
    public string? Get(in DacThread thread, bool isCollecting)
    {
        var key = (thread.OsId, thread.ManagedId);
        if (isCollecting)
            return _known.GetValueOrDefault(key);
        if (_known.Count > 10_000)
            _known.Clear();
        return _known[key] = Read(thread.OsId);
    }

    private string? Read(uint osId)
    {
        if (!TryFindObject(osId, out ulong thread) || !TryFindOffset(thread) || !reader.ReadPointer(thread + HeaderSize + (ulong)_offset, out ulong name)
            || name == 0 || !reader.Read(name + HeaderSize, out int length) || length <= 0)
            return null;
        char[] text = new char[Math.Min(length, MostLength)];
        int size = text.Length * sizeof(char);
        return reader.Read(name + HeaderSize + LengthSize, MemoryMarshal.AsBytes(text.AsSpan())) == size
            ? Escape.Text(new string(text)) + (length > MostLength ? "…" : "")
            : null;
    }

    private bool TryFindObject(uint osId, out ulong address)
    {
        address = 0;
        if (!dac.TryGetTask(osId, out DacTask task))
            return false;
        using (task)
        {
            if (!task.TryGetManagedObject(out DacValue value))
                return false;
            using (value)
                return value.TryGetLocation(0, out DacLocation handle) && reader.ReadPointer(handle.Address, out address) && address != 0;
        }
    }

    // The type is found by what it is, not by its place: only its own metadata tells which field is the name.
    private bool TryFindOffset(ulong thread)
    {
        if (_offset != Unknown)
            return true;
        if (!reader.ReadPointer(thread, out ulong methodTable))
            return false;
        foreach (FieldDesc field in dac.Sos.GetFields(methodTable & MethodTableMask))
            if (!field.IsStatic && NameOf(field) == "_name")
            {
                _offset = (int)field.Offset;
                return true;
            }
        return false;
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
