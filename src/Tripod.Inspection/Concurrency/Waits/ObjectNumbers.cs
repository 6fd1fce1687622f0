using System.Globalization;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Numbers by which the objects of a sample are told apart: the second account is <c>App.Account @2</c>.</summary>
internal sealed class ObjectNumbers
{
    private readonly Dictionary<ulong, int> _numbers = [];

    public void Clear() => _numbers.Clear();

    /// <summary>The object's type and its number, escaped.</summary>
    public string NameOf(ulong address, TypeLayout type) => NameOf(address, type.Name.Length == 0 ? "object" : type.Name);

    /// <summary>A name, which is escaped, and the object's number.</summary>
    public string NameOf(ulong address, string name)
    {
        if (!_numbers.TryGetValue(address, out int number))
            _numbers[address] = number = _numbers.Count + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{name} @{number}");
    }
}
