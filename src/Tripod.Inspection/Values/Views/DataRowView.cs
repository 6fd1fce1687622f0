using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>
/// DataRow: a record's number, by which each column has its value in an array (DataRow.cs, DataStorage.cs).
/// </summary>
internal sealed class DataRowView : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Record(instance) is not { } record || !instance.TryObject("_columns", out var columns) || !columns.TryObject("_list", out var list) ||
            !list.TryElements("_items", out var items) || !list.TryRead("_size", out int count) || count < 0 || count > items.Length)
            return null;
        var members = new List<Member>();
        int i = 0;
        for (; i < count && members.Count < budget.Limits.Items && !budget.IsSpent; i++)
        {
            if (!instance.Reader.Memory.Read(items.Address(i), out ulong address) || !instance.Reader.TryType(address, out var type))
                return null;
            var column = new Instance(instance.Reader, type, address + ValueReader.HeaderSize);
            if (column.Field("_columnName", Secrecy.Open, budget) is not StringValue name)
                return null;
            members.Add(new(name.Text, Cell(column, record, Secrets.Of(name.Text), budget)));
        }
        return new Composite(instance.Type.Name, members, count - i);
    }

    /// <summary>The record that is being edited, else the current one; null if the row is deleted or belongs to no table.</summary>
    private static int? Record(Instance row) =>
        !row.TryRead("_tempRecord", out int edited) || !row.TryRead("_newRecord", out int current) ? null
        : edited >= 0 ? edited : current >= 0 ? current : null;

    private static Value Cell(Instance column, int record, Secrecy secrecy, Budget budget)
    {
        if (!column.TryObject("_storage", out var storage) || !storage.TryElements("_values", out var values) || record >= values.Length ||
            IsNull(storage, record) is not { } isNull)
            return Value.Unreadable;
        return isNull ? new Scalar("DBNull") : column.Reader.At(values.Address(record), values.Type, secrecy, budget);
    }

    /// <summary>A bit for each record; strings and objects are null themselves instead.</summary>
    private static bool? IsNull(Instance storage, int record)
    {
        if (!storage.TryObject("_dbNullBits", out var bits))
            return storage.TryElements("_values", out var values) && values.Type.IsReference
                ? storage.Reader.Memory.Read(values.Address(record), out ulong reference) ? reference == 0 : null
                : false;
        // words of 4 bytes up to .NET 9, bytes since: the bits are in the same places
        if (!bits.TryElements("_array", out var array) && !bits.TryElements("m_array", out array) || record / 8 >= (long)array.Length * array.Stride)
            return null;
        return storage.Reader.Memory.Read(array.Data + (ulong)(record / 8), out byte eight) ? (eight >> record % 8 & 1) != 0 : null;
    }
}
