using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Whether a call in optimised code may lead to a method directly: because it calls it, or because what it calls was
/// inlined, or has left by a tail call.
/// </summary>
/// <param name="references">Leads to methods of other modules.</param>
internal sealed class CallPaths(References references)
{
    private const int Deepest = 6;
    private const int MostMethods = 400;
    private const string DelegateCall = "Invoke";

    /// <summary>Whether a call leads to a method.</summary>
    /// <param name="caller">In whose IL the call stands.</param>
    /// <param name="call">The call.</param>
    /// <param name="callee">The method.</param>
    public Lead Find(MethodSymbols caller, in MethodCall call, MethodSymbols callee) =>
        IsCallOf(caller, call, callee) ? Lead.Yes
        : KnownTarget(caller, call) is { } target ? Find(target, callee, Deepest, [target])
        : Lead.Near;

    /// <summary>Whether a call goes to a method; if that is virtual, to one that it may override; if it is a state machine's, to the one that starts it.</summary>
    public static bool IsCallOf(MethodSymbols caller, in MethodCall call, MethodSymbols callee) =>
        IsCallOfItself(caller, call, callee) || callee.Kickoff is { } kickoff && IsCallOfItself(caller, call, kickoff);

    /// <summary>Whether the call alone does not tell which method is called: that of a virtual method, a delegate, a pointer.</summary>
    public bool IsOpen(MethodSymbols caller, in MethodCall call) => KnownTarget(caller, call) is null;

    /// <summary>The calls that go to a method; if there are none, those of which nobody knows where they go.</summary>
    public IEnumerable<MethodCall> CallsOf(MethodSymbols caller, MethodSymbols callee)
    {
        MethodCall[] direct = Array.FindAll(MethodCall.Of(caller), call => IsCallOf(caller, call, callee));
        return direct.Length > 0 ? direct : MethodCall.Of(caller).Where(call => IsOpen(caller, call));
    }

    /// <summary>Whether a call may have been compiled into its caller, and with it what has a quality.</summary>
    /// <param name="caller">In whose IL the call stands.</param>
    /// <param name="call">The call.</param>
    /// <param name="isSought">Whether a method has the quality.</param>
    public bool MayInline(MethodSymbols caller, in MethodCall call, Func<MethodSymbols, bool> isSought) => MayInline(caller, call, isSought, Deepest, []);

    private bool MayInline(MethodSymbols caller, in MethodCall call, Func<MethodSymbols, bool> isSought, int depth, HashSet<MethodSymbols> seen) =>
        depth > 0 && seen.Count <= MostMethods && KnownTarget(caller, call) is { IsInlined: true } target && seen.Add(target)
        && (isSought(target) || Array.Exists(MethodCall.Of(target), inner => MayInline(target, inner, isSought, depth - 1, seen)));

    /// <summary>Whether one of the calls of a method that was inlined leads on; of one that was not, its last.</summary>
    private Lead Find(MethodSymbols method, MethodSymbols callee, int depth, HashSet<MethodSymbols> seen)
    {
        if (depth == 0 || seen.Count > MostMethods)
            return Lead.Far;
        var best = Lead.No;
        foreach (var call in MethodCall.Of(method))
        {
            if (!method.IsInlined && !call.IsLast)
                continue;
            if (IsCallOf(method, call, callee))
                return Lead.Yes;
            var found = KnownTarget(method, call) is not { } target ? Lead.Far : seen.Add(target) ? Find(target, callee, depth - 1, seen) : Lead.No;
            if (found == Lead.Yes)
                return found;
            best = found > best ? found : best;
        }
        return best;
    }

    private MethodSymbols? KnownTarget(MethodSymbols caller, in MethodCall call) =>
        call.Target.IsNil || call.NameIn(caller.Module.Metadata) == DelegateCall || Target(caller.Module, call.Target) is not { IsOverridable: false } method ? null : method;

    private MethodSymbols? Target(ModuleSymbols from, EntityHandle target)
    {
        try
        {
            return references.FindMethod(from, target);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static bool IsCallOfItself(MethodSymbols caller, in MethodCall call, MethodSymbols callee)
    {
        var metadata = caller.Module.Metadata;
        if (call.Target.Kind == HandleKind.MethodDefinition && caller.Module == callee.Module && MetadataTokens.GetToken(call.Target) == callee.Token)
            return true;
        string name = call.NameIn(metadata);
        if (call.Parameters != callee.ParameterTypes.Length || name != callee.MetadataName && !callee.IsExplicit(name))
            return false;
        return callee.IsVirtual || call.Target.Kind == HandleKind.MemberReference && TypeOf(metadata, call) == TypeNames.Full(callee.Module.Metadata, callee.DeclaringType);
    }

    private static string TypeOf(MetadataReader metadata, in MethodCall call)
    {
        var parent = metadata.GetMemberReference((MemberReferenceHandle)call.Target).Parent;
        return parent.Kind switch
        {
            HandleKind.TypeDefinition => TypeNames.Full(metadata, (TypeDefinitionHandle)parent),
            HandleKind.TypeReference => TypeNames.Full(metadata, (TypeReferenceHandle)parent),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(SigTypeProvider.Instance, GenericNames.None).Name,
            _ => "",
        };
    }
}
