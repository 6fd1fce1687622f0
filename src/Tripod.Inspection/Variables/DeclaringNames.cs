using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>The type of <c>this</c> as C# writes it.</summary>
internal static class DeclaringNames
{
    private static readonly ConditionalWeakTable<MethodSymbols, string> Names = [];

    /// <summary><c>Repository&lt;T&gt;.Entry</c>, escaped.</summary>
    public static string Of(MethodSymbols method) => Names.GetValue(method, static method =>
        Escape.Text(string.Join('.', DeclaringType.Chain(method.Module.Metadata, method.DeclaringType).Select(type => type.Written))));
}
