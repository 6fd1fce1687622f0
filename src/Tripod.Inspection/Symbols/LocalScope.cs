using System.Collections.Immutable;

namespace Tripod.Inspection.Symbols;

/// <summary>A block of the source, as the PDB has it: IL offsets from <paramref name="Start"/> up to but without <paramref name="End"/>.</summary>
internal sealed record LocalScope(int Start, int End, ImmutableArray<LocalName> Locals)
{
    public bool Contains(int ilOffset) => ilOffset >= Start && ilOffset < End;
}
