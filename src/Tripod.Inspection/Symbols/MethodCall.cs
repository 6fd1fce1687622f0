using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Tripod.Inspection.Symbols;

/// <summary>A call that stands in a method's IL: call, callvirt, newobj, calli.</summary>
/// <param name="Offset">Where it stands.</param>
/// <param name="Target">MethodDef or MemberRef; nil for calli.</param>
/// <param name="Parameters">How many the target has, <c>this</c> not counted.</param>
/// <param name="IsLast">The method returns directly behind it: optimised code may leave the method before it calls.</param>
internal readonly record struct MethodCall(int Offset, EntityHandle Target, int Parameters, bool IsLast)
{
    /// <summary>In place of an offset: which call it is is not known.</summary>
    public const int Unknown = -1;

    private static readonly ConditionalWeakTable<MethodSymbols, MethodCall[]> Methods = [];

    /// <summary>The calls of a method in the order of its IL; none if that cannot be read.</summary>
    public static MethodCall[] Of(MethodSymbols method) => Methods.GetValue(method, static method => Read(method));

    /// <summary>Name of the target in metadata; empty for calli.</summary>
    public string NameIn(MetadataReader metadata) => Members.NameOf(metadata, Target);

    private static MethodCall[] Read(MethodSymbols method)
    {
        try
        {
            var il = method.Body?.GetILBytes() is { } bytes ? IlInstruction.ReadAll(bytes) : [];
            return [.. Enumerable.Range(0, il.Length).Where(i => il[i].Code.FlowControl == FlowControl.Call && il[i].Code.OperandType is OperandType.InlineMethod or OperandType.InlineSig)
                .Select(i => Read(method.Module.Metadata, il[i], i + 1 < il.Length && il[i + 1].Code == OpCodes.Ret))];
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidCastException or ArgumentException)
        {
            return []; // a broken or replaced image: the parser's ways to say so
        }
    }

    private static MethodCall Read(MetadataReader metadata, in IlInstruction instruction, bool isLast)
    {
        if (instruction.Code.OperandType == OperandType.InlineSig)
            return new MethodCall(instruction.Offset, default, 0, isLast);
        var target = MetadataTokens.EntityHandle(instruction.Operand);
        if (target.Kind == HandleKind.MethodSpecification)
            target = metadata.GetMethodSpecification((MethodSpecificationHandle)target).Method;
        var signature = metadata.GetBlobReader(target.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)target).Signature
            : metadata.GetMemberReference((MemberReferenceHandle)target).Signature);
        if (signature.ReadSignatureHeader().IsGeneric)
            signature.ReadCompressedInteger();
        return new MethodCall(instruction.Offset, target, signature.ReadCompressedInteger(), isLast);
    }
}
