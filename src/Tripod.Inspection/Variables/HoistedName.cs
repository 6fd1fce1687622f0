using System.Globalization;

namespace Tripod.Inspection.Variables;

/// <summary>What a field of a closure, state machine or script stands for (Roslyn's GeneratedNames.cs).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The author's name of a variable; raw.</param>
/// <param name="Slot">Index in the PDB's scopes of a state machine's variables; −1 if it has none.</param>
internal readonly record struct HoistedName(HoistedKind Kind, string Name, int Slot)
{
    /// <summary>Reads the name of a field.</summary>
    public static HoistedName Of(string raw)
    {
        if (raw.StartsWith('$'))
            return OfBasic(raw);
        if (raw is "<>4__this" or "this")
            return new(HoistedKind.This, "this", -1);
        if (raw.StartsWith("<>8__", StringComparison.Ordinal) || raw.StartsWith("CS$<>8__", StringComparison.Ordinal))
            return new(HoistedKind.Closure, raw, -1);
        if (!raw.StartsWith('<'))
            return raw.Contains("$<>", StringComparison.Ordinal) ? default : new(HoistedKind.Plain, raw, -1);
        int end = raw.IndexOf(">5__", StringComparison.Ordinal);
        return end > 1 && int.TryParse(raw.AsSpan(end + 4), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new(HoistedKind.Local, raw[1..end], number - 1)
            : default;
    }

    /// <summary>Reads the name of a field that the compiler of Visual Basic made (Roslyn's GeneratedNameConstants.vb).</summary>
    private static HoistedName OfBasic(string raw)
    {
        const string captured = "$VB$Local_", local = "$VB$ResumableLocal_", closure = "$VB$NonLocal_";
        if (raw == "$VB$Me")
            return new(HoistedKind.This, "this", -1);
        if (raw.StartsWith(captured, StringComparison.Ordinal))
            return new(HoistedKind.Plain, raw[captured.Length..], -1);
        if (raw.StartsWith(closure, StringComparison.Ordinal))
            return new(HoistedKind.Closure, raw, -1);
        int end = raw.LastIndexOf('$');
        return raw.StartsWith(local, StringComparison.Ordinal) && end > local.Length && int.TryParse(raw.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int slot)
            ? new(HoistedKind.Local, raw[local.Length..end], slot)
            : default;
    }
}
