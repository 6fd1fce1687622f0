using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace Tripod.Inspection.Values.Views;

/// <summary>Addresses of the network and versions, as their ToString writes them.</summary>
internal static class Addresses
{
    private const int GroupsOfIPv6 = 8;

    /// <summary>Four bytes in the order of the net; or eight groups in the order of the machine, and a scope (IPAddress.cs).</summary>
    public static string? IPAddress(Instance instance) => Read(instance)?.ToString();

    public static string? IPEndPoint(Instance instance) =>
        instance.TryObject("_address", out var address) && Read(address) is { } ip && instance.TryRead("_port", out int port) &&
        port is >= System.Net.IPEndPoint.MinPort and <= System.Net.IPEndPoint.MaxPort ? new IPEndPoint(ip, port).ToString() : null;

    /// <summary>Two to four numbers; one that is missing is −1.</summary>
    public static string? Version(Instance instance)
    {
        string[] fields = ["_Major", "_Minor", "_Build", "_Revision"];
        var numbers = new List<string>();
        foreach (string field in fields)
        {
            if (!instance.TryRead(field, out int number))
                return null;
            if (number < 0)
                break;
            numbers.Add(number.ToString(CultureInfo.InvariantCulture));
        }
        return string.Join('.', numbers);
    }

    private static IPAddress? Read(Instance instance)
    {
        if (!instance.TryRead("_addressOrScopeId", out uint number) || !instance.TryRead("_numbers", out ulong array))
            return null;
        if (array == 0)
            return new IPAddress(number);
        Span<ushort> groups = stackalloc ushort[GroupsOfIPv6];
        var bytes = MemoryMarshal.AsBytes(groups);
        if (!instance.TryElements("_numbers", out var elements) || elements.Length != GroupsOfIPv6 || elements.Stride != sizeof(ushort) ||
            instance.Reader.Memory.Read(elements.Data, bytes) != bytes.Length)
            return null;
        foreach (ref ushort group in groups)
            group = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(group);
        return new IPAddress(bytes, number);
    }
}
