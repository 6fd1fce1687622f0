using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables;

/// <summary>Where in MoveNext the variables of a state machine are in scope: their fields live on behind it.</summary>
internal static class HoistedScopes
{
    /// <summary>State Machine Hoisted Local Scopes of the Portable PDB format: pairs of start and length, an uint each, by slot.</summary>
    private static readonly Guid Kind = new("6DA9A61E-F8C7-4874-BE62-68BC5630DF71");

    private static readonly ConditionalWeakTable<MethodSymbols, StrongBox<ImmutableArray<(uint Start, uint Length)>>> Methods = [];

    /// <summary>The IL offset at which the scope of a slot begins; null if the PDB does not tell.</summary>
    public static int? Start(MethodSymbols method, int slot)
    {
        var scopes = Of(method);
        return slot >= 0 && slot < scopes.Length ? (int)scopes[slot].Start : null;
    }

    /// <summary>Whether a slot is in scope at an IL offset; also if the PDB does not tell.</summary>
    public static bool Contains(MethodSymbols method, int slot, int ilOffset)
    {
        var scopes = Of(method);
        if (slot < 0 || slot >= scopes.Length || ilOffset < 0)
            return true;
        var (start, length) = scopes[slot];
        return ilOffset >= start && ilOffset < start + length;
    }

    private static ImmutableArray<(uint Start, uint Length)> Of(MethodSymbols method) =>
        Methods.GetValue(method, static method => new(Read(method))).Value;

    private static ImmutableArray<(uint, uint)> Read(MethodSymbols method)
    {
        if (method.Module.Pdb is not { } pdb)
            return [];
        try
        {
            if (PdbMethod.TryGetInformation(pdb, method.Token, Kind, out BlobReader blob))
                return Pairs(blob);
        }
        catch (BadImageFormatException)
        {
            // a broken PDB: all variables count as in scope
        }
        return [];
    }

    private static ImmutableArray<(uint, uint)> Pairs(BlobReader blob)
    {
        var pairs = ImmutableArray.CreateBuilder<(uint, uint)>();
        while (blob.RemainingBytes >= 2 * sizeof(uint))
            pairs.Add((blob.ReadUInt32(), blob.ReadUInt32()));
        return pairs.ToImmutable();
    }
}
