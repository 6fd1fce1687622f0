using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Where in MoveNext each state of an async method waits. The PDB lists the offsets at which it gives up its thread;
/// before each the IL stores the state's number, and only what both say is believed.
/// </summary>
internal static class AwaitPoints
{
    /// <summary>
    /// Async Method Stepping Information of the Portable PDB format: offset of a catch handler, then for each await the
    /// offsets of yield and resumption, an uint each, and the method that is resumed, compressed.
    /// </summary>
    private static readonly Guid Kind = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    private static readonly ConditionalWeakTable<MethodSymbols, List<(int State, int Yield, int Resume)>> Methods = [];

    /// <summary>The IL offset of the await of a state; −1 if it is not known.</summary>
    public static int Find(MethodSymbols moveNext, int state)
    {
        foreach (var point in Methods.GetValue(moveNext, Read))
            if (point.State == state)
                return point.Yield;
        return -1;
    }

    /// <summary>
    /// The state in which the method leaves its machine to whoever resumes it, if it does so at this IL offset: from
    /// then on another thread may run it, and end it. Null elsewhere.
    /// </summary>
    public static int? HandedOverAs(MethodSymbols moveNext, int ilOffset)
    {
        foreach (var (state, yield, resume) in Methods.GetValue(moveNext, Read))
            if (ilOffset >= yield && ilOffset < resume)
                return state;
        return null;
    }

    private static List<(int, int, int)> Read(MethodSymbols method)
    {
        var points = new List<(int, int, int)>();
        try
        {
            MethodDefinition definition = method.Module.Metadata.GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.EntityHandle(method.Token));
            if (method.Module.Pdb is not { } pdb || !PdbMethod.TryGetInformation(pdb, method.Token, Kind, out BlobReader blob)
                || method.Module.GetBody(definition)?.GetILBytes() is not { } il)
                return points;
            blob.ReadUInt32();
            while (blob.RemainingBytes > 2 * sizeof(uint))
            {
                int yield = (int)blob.ReadUInt32();
                int resume = (int)blob.ReadUInt32();
                blob.ReadCompressedInteger();
                if (StateStoredBefore(il, yield) is { } state)
                    points.Add((state, yield, resume));
            }
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            // a broken PDB or image: the other awaits have no lines
        }
        return points;
    }

    /// <summary>
    /// <c>ldarg.0, ldc.i4 STATE, dup, stloc, stfld</c> end at the offset, or <c>nop</c>s stand between (ECMA-335 III).
    /// </summary>
    private static int? StateStoredBefore(ReadOnlySpan<byte> il, int end)
    {
        const byte nop = 0x00, ldarg0 = 0x02, stloc0 = 0x0A, stloc3 = 0x0D, stlocS = 0x13, ldcM1 = 0x15, ldc8 = 0x1E, ldcS = 0x1F, ldc = 0x20, dup = 0x25, stfld = 0x7D;
        const int longest = 17;
        if (end < longest || end > il.Length)
            return null;
        while (end > longest && il[end - 1] == nop && il[end - 5] != stfld)
            end--;
        int at = end - 5;
        if (il[at] != stfld)
            return null;
        at -= il[at - 1] is >= stloc0 and <= stloc3 ? 1 : il[at - 2] == stlocS ? 2 : at;
        if (at < 8 || il[at - 1] != dup)
            return null;
        ReadOnlySpan<byte> before = il[..(at - 1)];
        return before switch
        {
            [.., ldarg0, ldc, _, _, _, _] => BinaryPrimitives.ReadInt32LittleEndian(before[^4..]),
            [.., ldarg0, ldcS, var number] => (sbyte)number,
            [.., ldarg0, >= ldcM1 and <= ldc8 and var number] => number - ldcM1 - 1,
            _ => null,
        };
    }
}
