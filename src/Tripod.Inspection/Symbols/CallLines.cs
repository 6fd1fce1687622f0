using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Finds the call that a caller's frame stands in by what it has called. The JIT moves calls into later statements
/// (fgForwardSub of forwardsub.cpp: <c>x = F(); G(x)</c> becomes <c>G(F())</c>) and notes them under those.
/// </summary>
internal static class CallLines
{
    private const int DeepestInline = 3;
    private const int Unknown = -1;
    private const string DelegateCall = "Invoke";

    private static readonly ConditionalWeakTable<MethodSymbols, Call[]> Methods = [];

    /// <summary>
    /// The IL offset of the call; the given one where that cannot be told better; −1 where it is wrong for certain and
    /// the right one is not known: where C# keeps a value on the stack over several statements, the JIT notes one only.
    /// </summary>
    /// <param name="caller">The frame's method.</param>
    /// <param name="ilOffset">Where the JIT's notes say that it stands.</param>
    /// <param name="callee">The method of the newer frame.</param>
    public static int Find(MethodSymbols caller, int ilOffset, MethodSymbols callee)
    {
        if (ilOffset < 0)
            return ilOffset;
        callee = callee.Kickoff ?? callee;
        var calls = Of(caller);
        var (start, end) = Line(caller, ilOffset);
        int[] matching = [.. calls.Where(call => IsCallOf(caller, call, callee)).Select(call => call.Offset)];
        int[] here = [.. matching.Where(offset => offset >= ilOffset && offset < end)];
        if (here.Length > 0)
            return here.Length == 1 ? here[0] : ilOffset;
        // or a method that the line calls was inlined, and has called it
        if (matching.Length == 0 || matching.Any(offset => offset >= start && offset < end)
            || calls.Any(call => call.Offset >= start && call.Offset < end && MayInline(caller, call, callee, DeepestInline)))
            return ilOffset;
        return matching.Length == 1 ? matching[0] : Unknown; // which of several is not told by anything
    }

    /// <summary>
    /// Whether optimised code may stand in a method that was inlined, of which only its caller's line is known: the
    /// runtime keeps which code came from where only with DOTNET_RichDebugInfo=1, and the DAC does not tell it even then.
    /// </summary>
    /// <param name="method">The frame's method.</param>
    /// <param name="ilOffset">Where it stands.</param>
    /// <param name="callee">The method of the newer frame; null for the newest.</param>
    public static bool MayBeInlined(MethodSymbols method, int ilOffset, MethodSymbols? callee)
    {
        var (start, end) = Line(method, ilOffset);
        var calls = Of(method);
        return callee is null
            ? calls.Any(call => call.Offset >= start && call.Offset < end)
            : !IsCalledByRuntime(callee) && !calls.Any(call => NameOf(method.Module.Metadata, call) is var name
                && (IsName(name, callee) || name == DelegateCall && call.Offset >= start && call.Offset < end));
    }

    /// <summary>Whether the call at an IL offset goes to a method.</summary>
    public static bool IsCall(MethodSymbols caller, int ilOffset, MethodSymbols callee) =>
        Of(caller).Any(call => call.Offset == ilOffset && IsCallOf(caller, call, callee));

    // type initialisers, casts, throws: no call of them stands in the IL
    private static bool IsCalledByRuntime(MethodSymbols callee) =>
        callee.MetadataName == ".cctor" || callee.Name.Full is var name
            && (name.StartsWith("System.Runtime.EH.", StringComparison.Ordinal)
                || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) && name.Contains("Helpers.", StringComparison.Ordinal));

    // a state machine is called by its own name or by its method's, an explicit implementation by the interface's
    private static bool IsName(string name, MethodSymbols callee) =>
        name == callee.MetadataName || name == callee.Kickoff?.MetadataName || callee.MetadataName.EndsWith("." + name, StringComparison.Ordinal);

    /// <summary>The IL that belongs to the line of an offset, or to points of the same line next to it.</summary>
    private static (int Start, int End) Line(MethodSymbols method, int ilOffset)
    {
        if (!method.TryGetLine(ilOffset, out var line))
            return (ilOffset, int.MaxValue);
        int start = line.ILOffset;
        foreach (var point in method.Lines)
            if (point.ILOffset > ilOffset && point.Line != line.Line)
                return (start, point.ILOffset);
            else if (point.Line != line.Line)
                start = int.MaxValue; // another line between
            else if (point.ILOffset < start)
                start = point.ILOffset;
        return (start, int.MaxValue);
    }

    private static bool MayInline(MethodSymbols caller, in Call call, MethodSymbols callee, int depth)
    {
        if (depth == 0 || call.Target.Kind != HandleKind.MethodDefinition)
            return depth == 0;
        if (caller.Module.GetMethod(MetadataTokens.GetToken(call.Target)) is not { IsInlined: true } method)
            return false;
        return Of(method).Any(inner => IsCallOf(method, inner, callee) || MayInline(method, inner, callee, depth - 1));
    }

    /// <summary>Whether a call goes to a method, or, if that is virtual, to one that it may override.</summary>
    private static bool IsCallOf(MethodSymbols caller, in Call call, MethodSymbols callee)
    {
        var metadata = caller.Module.Metadata;
        if (call.Target.Kind == HandleKind.MethodDefinition && caller.Module == callee.Module && MetadataTokens.GetToken(call.Target) == callee.Token)
            return true;
        if (NameOf(metadata, call) != callee.MetadataName || call.Parameters != callee.ParameterTypes.Length)
            return false;
        return callee.IsVirtual || call.Target.Kind == HandleKind.MemberReference && TypeOf(metadata, call) == TypeNames.Full(callee.Module.Metadata, callee.DeclaringType);
    }

    private static string NameOf(MetadataReader metadata, in Call call) => metadata.GetString(call.Target.Kind == HandleKind.MethodDefinition
        ? metadata.GetMethodDefinition((MethodDefinitionHandle)call.Target).Name
        : metadata.GetMemberReference((MemberReferenceHandle)call.Target).Name);

    private static string TypeOf(MetadataReader metadata, in Call call)
    {
        var parent = metadata.GetMemberReference((MemberReferenceHandle)call.Target).Parent;
        return parent.Kind switch
        {
            HandleKind.TypeDefinition => TypeNames.Full(metadata, (TypeDefinitionHandle)parent),
            HandleKind.TypeReference => TypeNames.Full(metadata, (TypeReferenceHandle)parent),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(SigTypeProvider.Instance, new GenericNames([], [])).Name,
            _ => "",
        };
    }

    private static Call[] Of(MethodSymbols method) => Methods.GetValue(method, static method => Read(method));

    private static Call[] Read(MethodSymbols method)
    {
        try
        {
            return method.Body?.GetILBytes() is { } il
                ? [.. IlInstruction.ReadAll(il).Where(instruction => instruction.Code.OperandType == OperandType.InlineMethod && instruction.Code.FlowControl == FlowControl.Call)
                    .Select(instruction => Call.Read(method.Module.Metadata, instruction))]
                : [];
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidCastException or ArgumentException)
        {
            return []; // a broken or replaced image: the parser's ways to say so
        }
    }

    private readonly record struct Call(int Offset, EntityHandle Target, int Parameters)
    {
        public static Call Read(MetadataReader metadata, in IlInstruction instruction)
        {
            var target = MetadataTokens.EntityHandle(instruction.Operand);
            if (target.Kind == HandleKind.MethodSpecification)
                target = metadata.GetMethodSpecification((MethodSpecificationHandle)target).Method;
            var signature = metadata.GetBlobReader(target.Kind == HandleKind.MethodDefinition
                ? metadata.GetMethodDefinition((MethodDefinitionHandle)target).Signature
                : metadata.GetMemberReference((MemberReferenceHandle)target).Signature);
            if (signature.ReadSignatureHeader().IsGeneric)
                signature.ReadCompressedInteger();
            return new Call(instruction.Offset, target, signature.ReadCompressedInteger());
        }
    }
}
