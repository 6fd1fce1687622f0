using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Where a method may have the runtime run a type's static constructor: no call of it stands in the IL. It is run at the
/// first use of a static field; where it is precise, of a static method or constructor too (ECMA-335 II.10.5.3).
/// </summary>
/// <param name="references">Leads to types of other modules.</param>
internal sealed class Initializations(References references)
{
    private readonly ConditionalWeakTable<MethodSymbols, Use[]> _uses = [];

    private readonly record struct Use(int Offset, ModuleSymbols Module, TypeDefinitionHandle Type);

    /// <summary>Whether a method is a static constructor.</summary>
    public static bool IsInitializer(MethodSymbols method) => method.MetadataName == ".cctor";

    /// <summary>IL offsets in a method at which a static constructor may be run.</summary>
    public int[] Of(MethodSymbols method, MethodSymbols initializer) =>
        [.. _uses.GetValue(method, Read).Where(use => use.Module == initializer.Module && use.Type == initializer.DeclaringType).Select(use => use.Offset)];

    private Use[] Read(MethodSymbols method)
    {
        var uses = new List<Use>();
        try
        {
            foreach (var instruction in method.Body?.GetILBytes() is { } il ? IlInstruction.ReadAll(il) : [])
                if (IsUse(instruction.Code) && TypeOf(method.Module, MetadataTokens.EntityHandle(instruction.Operand)) is var (module, type))
                    uses.Add(new Use(instruction.Offset, module, type));
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidCastException or ArgumentException)
        {
            return []; // a broken or replaced image: the parser's ways to say so
        }
        return [.. uses];
    }

    private static bool IsUse(OpCode code) =>
        code == OpCodes.Ldsfld || code == OpCodes.Ldsflda || code == OpCodes.Stsfld || code == OpCodes.Call || code == OpCodes.Newobj;

    private (ModuleSymbols Module, TypeDefinitionHandle Type)? TypeOf(ModuleSymbols module, EntityHandle member) => member.Kind switch
    {
        HandleKind.FieldDefinition => (module, module.Metadata.GetFieldDefinition((FieldDefinitionHandle)member).GetDeclaringType()),
        HandleKind.MethodDefinition => (module, module.Metadata.GetMethodDefinition((MethodDefinitionHandle)member).GetDeclaringType()),
        HandleKind.MethodSpecification => TypeOf(module, module.Metadata.GetMethodSpecification((MethodSpecificationHandle)member).Method),
        HandleKind.MemberReference => references.FindType(module, module.Metadata.GetMemberReference((MemberReferenceHandle)member).Parent),
        _ => null,
    };
}
