using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables;

/// <summary>A declared type as C# writes it.</summary>
internal static class SigText
{
    private static readonly ConditionalWeakTable<SigType, string> Texts = [];

    /// <summary><c>Dictionary&lt;string, Order&gt;[]</c>, <c>ref int</c>; escaped.</summary>
    public static string Of(SigType type) => Texts.GetValue(type, static type =>
        type is { Kind: SigKind.ByRef, Element: { } target } ? "ref " + Of(target) : CSharpNames.Pretty(ClrName(type)));

    private static string ClrName(SigType type) => type.Kind switch
    {
        SigKind.Vector => ClrName(type.Element!) + "[]",
        SigKind.Array => $"{ClrName(type.Element!)}[{new string(',', type.Rank - 1)}]",
        SigKind.Pointer => ClrName(type.Element!) + "*",
        SigKind.ByRef => ClrName(type.Element!) + "&",
        SigKind.Generic => Generic(type),
        _ => type.Name,
    };

    /// <summary>A nested type repeats the arguments of those around it: each part takes as many as its name says.</summary>
    private static string Generic(SigType type)
    {
        var result = new StringBuilder();
        int used = 0;
        foreach (string part in type.Name.Split('+'))
        {
            int tick = part.LastIndexOf('`');
            int arity = tick > 0 && int.TryParse(part.AsSpan(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
            result.Append(result.Length > 0 ? "+" : "").Append(tick > 0 ? part[..tick] : part);
            if (arity > 0)
                result.Append('<').AppendJoin(", ", type.Arguments.Skip(used).Take(arity).Select(ClrName)).Append('>');
            used += arity;
        }
        return result.ToString();
    }
}
