using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Tripod.Inspection.Symbols;

/// <summary>Follows references from one module's metadata to the definitions in another's (ECMA-335 II.22).</summary>
/// <param name="findModule">The only loaded module of an assembly with a simple name; null if there is none, or several.</param>
internal sealed class References(Func<string, ModuleSymbols?> findModule)
{
    private const int MostForwards = 4;

    /// <summary>The definition of a TypeDef, TypeRef or generic instance; null if it is not loaded, or not to be told.</summary>
    /// <exception cref="BadImageFormatException">Metadata is broken.</exception>
    public (ModuleSymbols Module, TypeDefinitionHandle Type)? FindType(ModuleSymbols from, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => (from, (TypeDefinitionHandle)type),
        HandleKind.TypeReference => Find(from, from.Metadata.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeSpecification => from.Metadata.GetTypeSpecification((TypeSpecificationHandle)type)
            .DecodeSignature(SigTypeProvider.Instance, GenericNames.None) is { Token: { IsNil: false } token } ? FindType(from, token) : null,
        _ => null,
    };

    /// <summary>The definition of a MethodDef or MemberRef; null if it cannot be found, or several could be meant.</summary>
    /// <exception cref="BadImageFormatException">Metadata is broken.</exception>
    public MethodSymbols? FindMethod(ModuleSymbols from, EntityHandle method)
    {
        if (method.Kind == HandleKind.MethodDefinition)
            return from.GetMethod(MetadataTokens.GetToken(method));
        if (method.Kind != HandleKind.MemberReference)
            return null;
        var reference = from.Metadata.GetMemberReference((MemberReferenceHandle)method);
        if (FindType(from, reference.Parent) is not var (module, type))
            return null;
        string name = from.Metadata.GetString(reference.Name);
        var wanted = Text(reference.DecodeMethodSignature(SigTypeProvider.Instance, GenericNames.None));
        MethodDefinitionHandle[] found = [.. module.Metadata.GetTypeDefinition(type).GetMethods().Where(handle =>
            module.Metadata.GetMethodDefinition(handle) is var candidate && module.Metadata.StringComparer.Equals(candidate.Name, name)
            && Text(candidate.DecodeSignature(SigTypeProvider.Instance, GenericNames.None)) == wanted)];
        return found is [var only] ? module.GetMethod(MetadataTokens.GetToken(only)) : null;
    }

    private (ModuleSymbols, TypeDefinitionHandle)? Find(ModuleSymbols from, in TypeReference reference)
    {
        string space = from.Metadata.GetString(reference.Namespace), name = from.Metadata.GetString(reference.Name);
        return reference.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => FindType(from, reference.ResolutionScope) is var (module, outer) ? FindNested(module, outer, name) : null,
            HandleKind.AssemblyReference => FindIn(AssemblyOf(from, reference.ResolutionScope), space, name, MostForwards),
            _ => null,
        };
    }

    private (ModuleSymbols, TypeDefinitionHandle)? FindIn(ModuleSymbols? module, string space, string name, int forwards)
    {
        if (module is null)
            return null;
        var metadata = module.Metadata;
        foreach (var handle in metadata.TypeDefinitions)
            if (metadata.GetTypeDefinition(handle) is var type && metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, space) && !type.IsNested)
                return (module, handle);
        foreach (var handle in metadata.ExportedTypes)
            if (forwards > 0 && metadata.GetExportedType(handle) is var type && type.Implementation.Kind == HandleKind.AssemblyReference
                && metadata.StringComparer.Equals(type.Name, name) && metadata.StringComparer.Equals(type.Namespace, space))
                return FindIn(AssemblyOf(module, type.Implementation), space, name, forwards - 1);
        return null;
    }

    private static (ModuleSymbols, TypeDefinitionHandle)? FindNested(ModuleSymbols module, TypeDefinitionHandle outer, string name)
    {
        foreach (var nested in module.Metadata.GetTypeDefinition(outer).GetNestedTypes())
            if (module.Metadata.StringComparer.Equals(module.Metadata.GetTypeDefinition(nested).Name, name))
                return (module, nested);
        return null;
    }

    private ModuleSymbols? AssemblyOf(ModuleSymbols from, EntityHandle assembly) =>
        findModule(from.Metadata.GetString(from.Metadata.GetAssemblyReference((AssemblyReferenceHandle)assembly).Name));

    private static string Text(in MethodSignature<SigType> signature) =>
        $"{signature.GenericParameterCount} {Text(signature.ReturnType)}({string.Join(',', signature.ParameterTypes.Select(Text))})";

    // type parameters by position: their names are the declaration's alone
    private static string Text(SigType type) =>
        $"{type.Kind}{(type.Kind is SigKind.TypeParameter or SigKind.MethodParameter ? type.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) : type.Name)}" +
        $"{type.Rank}[{(type.Element is { } element ? Text(element) : "")}<{string.Join(',', type.Arguments.Select(Text))}>]";
}
