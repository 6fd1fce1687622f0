using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Assignment;

/// <summary>How many values an instruction takes from the evaluation stack, and how many it leaves there.</summary>
internal readonly record struct StackEffect(int Pops, int Pushes)
{
    /// <summary>All that is there.</summary>
    public const int Everything = int.MaxValue;

    /// <exception cref="BadImageFormatException">The signature of what is called is broken.</exception>
    public static StackEffect Of(in IlInstruction instruction, MetadataReader metadata)
    {
        var code = instruction.Code;
        if (code == OpCodes.Ret || code == OpCodes.Leave || code == OpCodes.Leave_S || code == OpCodes.Throw || code == OpCodes.Endfinally)
            return new(Everything, 0);
        if (code.FlowControl == FlowControl.Call && code.StackBehaviourPop == StackBehaviour.Varpop)
            return Call(code, MetadataTokens.EntityHandle(instruction.Operand), metadata);
        return new(Count(code.StackBehaviourPop), Count(code.StackBehaviourPush));
    }

    // the names of the enumeration say it: Popref_popi_popi8, Push1_push1
    private static int Count(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Push0 => 0,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi or StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref or StackBehaviour.Popref_popi_pop1 => 3,
        _ => 1,
    };

    private static StackEffect Call(OpCode code, EntityHandle method, MetadataReader metadata)
    {
        if (method.Kind == HandleKind.MethodSpecification)
            method = metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method;
        var signature = metadata.GetBlobReader(method.Kind switch
        {
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)method).Signature,
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)method).Signature,
            HandleKind.StandaloneSignature => metadata.GetStandaloneSignature((StandaloneSignatureHandle)method).Signature,
            _ => throw new BadImageFormatException(),
        });
        var header = signature.ReadSignatureHeader();
        if (header.IsGeneric)
            signature.ReadCompressedInteger();
        int pops = signature.ReadCompressedInteger();
        if (code == OpCodes.Newobj)
            return new(pops, 1);
        int instance = header.IsInstance && !header.HasExplicitThis ? 1 : 0, pointer = code == OpCodes.Calli ? 1 : 0;
        return new(pops + instance + pointer, IsVoid(ref signature) ? 0 : 1);
    }

    // II.23.2.11: custom modifiers come before the type
    private static bool IsVoid(ref BlobReader signature)
    {
        for (; ; )
        {
            var code = signature.ReadSignatureTypeCode();
            if (code is not (SignatureTypeCode.OptionalModifier or SignatureTypeCode.RequiredModifier))
                return code == SignatureTypeCode.Void;
            signature.ReadTypeHandle();
        }
    }
}
