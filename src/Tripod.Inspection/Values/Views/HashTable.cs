namespace Tripod.Inspection.Values.Views;

/// <summary>The entries of a Dictionary or HashSet: in use unless their link says that they are free (Dictionary.cs, HashSet.cs).</summary>
internal static class HashTable
{
    /// <summary>Links of entries in use are −1 or an index; those of free ones are below.</summary>
    private const int LastLink = -1;

    /// <summary>Free entries that are passed over before it is given up: what is not found counts as omitted.</summary>
    private const int MostFree = 4096;

    /// <summary>Number of elements; null if the fields are not there or make no sense.</summary>
    public static long? Count(Instance table) =>
        table.TryRead("_count", out int used) && table.TryRead("_freeCount", out int free) && free >= 0 && used >= free ? used - free : null;

    /// <summary>The first entries in use; null if the table makes no sense.</summary>
    public static List<Instance>? Entries(Instance table, string link, int most)
    {
        if (!table.TryElements("_entries", out var entries) || !table.TryRead("_count", out int used) || used < 0 || used > entries.Length)
            return null;
        var found = new List<Instance>();
        if (used == 0)
            return found;
        if (table.Reader.Types.Find(entries.Type.MethodTable) is not { } layout)
            return null;
        for (int i = 0, free = 0; i < used && found.Count < most && free < MostFree; i++)
        {
            var entry = new Instance(table.Reader, layout, entries.Address(i));
            if (!entry.TryRead(link, out int next))
                return null;
            if (next >= LastLink)
                found.Add(entry);
            else
                free++;
        }
        return found;
    }
}
