using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables;

/// <summary>Declarations of the fields that hold captured variables.</summary>
internal static class FieldTypes
{
    private static readonly ConditionalWeakTable<ModuleSymbols, Dictionary<int, Dictionary<string, DeclaredField>>> Modules = [];

    /// <summary>The declaration of a field; null if unknown.</summary>
    public static DeclaredField? Of(ModuleSymbols module, int typeToken, string rawName)
    {
        var types = Modules.GetOrCreateValue(module);
        if (!types.TryGetValue(typeToken, out var fields))
            types[typeToken] = fields = DeclaredField.Read(module.Metadata, typeToken);
        return fields.GetValueOrDefault(rawName);
    }
}
