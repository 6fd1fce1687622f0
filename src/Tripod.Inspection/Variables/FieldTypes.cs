using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables;

/// <summary>Declared types of the fields that hold captured variables, as C# writes them.</summary>
internal static class FieldTypes
{
    private static readonly ConditionalWeakTable<ModuleSymbols, Dictionary<int, Dictionary<string, string>>> Modules = [];

    /// <summary>The declared type of a field; empty if unknown.</summary>
    public static string Of(ModuleSymbols module, int typeToken, string rawName)
    {
        var types = Modules.GetOrCreateValue(module);
        if (!types.TryGetValue(typeToken, out var fields))
            types[typeToken] = fields = Read(module.Metadata, typeToken);
        return fields.GetValueOrDefault(rawName, "");
    }

    private static Dictionary<string, string> Read(MetadataReader metadata, int typeToken)
    {
        var result = new Dictionary<string, string>();
        try
        {
            var type = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(typeToken));
            var generics = new GenericNames(GenericNames.Of(metadata, type.GetGenericParameters()), []);
            foreach (var handle in type.GetFields())
            {
                var field = metadata.GetFieldDefinition(handle);
                result[metadata.GetString(field.Name)] = SigText.Of(field.DecodeSignature(SigTypeProvider.Instance, generics));
            }
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidCastException or ArgumentException)
        {
            // a broken image, or a token of another module: the types stay unknown
        }
        return result;
    }
}
