namespace Tripod.Inspection.Symbols;

/// <summary>
/// Finds the call that a caller's frame stands in by what it has called. The JIT moves calls into later statements
/// (fgForwardSub of forwardsub.cpp: <c>x = F(); G(x)</c> becomes <c>G(F())</c>) and notes them under those; of blocks
/// that it has moved to the end of a method it notes nothing.
/// </summary>
/// <param name="references">Leads to what is in other modules.</param>
internal sealed class CallLines(References references)
{
    private const string DelegateCall = "Invoke";

    private readonly CallPaths _paths = new(references);
    private readonly Initializations _initializations = new(references);

    /// <summary>
    /// The IL offset of the call; the given one where that cannot be told better; −1 where it is wrong for certain and
    /// the right one is not known: where C# keeps a value on the stack over several statements, the JIT notes one only.
    /// </summary>
    /// <param name="caller">The frame's method.</param>
    /// <param name="ilOffset">Where the JIT's notes say that it stands; −1 if they say nothing.</param>
    /// <param name="callee">The method of the newer frame.</param>
    /// <param name="compiled">The calls in the caller's code; null if they are not known, or not needed.</param>
    public int Find(MethodSymbols caller, int ilOffset, MethodSymbols callee, CompiledCalls? compiled = null)
    {
        var calls = MethodCall.Of(caller);
        if (Initializations.IsInitializer(callee))
            return FindInitialization(caller, ilOffset, callee);
        if (ilOffset < 0)
            return OnlyLine(caller, calls, callee);
        int[] direct = [.. calls.Where(call => CallPaths.IsCallOf(caller, call, callee)).Select(call => call.Offset)];
        var (start, end) = Line(caller, ilOffset);
        if (compiled is not null && new CallOrder(caller, callee, compiled, _paths).Find(ilOffset, end) is { } found)
            return found;
        int[] here = [.. direct.Where(offset => offset >= ilOffset && offset < end)];
        if (here.Length > 0)
            return here.Length == 1 ? here[0] : ilOffset;
        if (direct.Any(offset => offset >= start && offset < end) || IsCalledByRuntime(callee))
            return ilOffset;
        var lead = calls.Where(call => call.Offset >= start && call.Offset < end).Select(call => _paths.Find(caller, call, callee)).DefaultIfEmpty().Max();
        return lead == Lead.Yes || lead != Lead.No && direct.Length == 0 ? ilOffset
            : lead != Lead.No ? MethodCall.Unknown // this line perhaps, or another that calls it
            : direct.Length == 1 ? direct[0]
            : OnlyLine(caller, calls, callee);
    }

    /// <summary>Whether no call of a method stands where the JIT's notes say that one does.</summary>
    public static bool NeedsOrigin(MethodSymbols caller, int ilOffset, MethodSymbols callee)
    {
        if (ilOffset < 0)
            return true;
        var (start, end) = Line(caller, ilOffset);
        return !MethodCall.Of(caller).Any(call => call.Offset >= start && call.Offset < end && CallPaths.IsCallOf(caller, call, callee));
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
        var calls = MethodCall.Of(method);
        return callee is null
            ? calls.Any(call => call.Offset >= start && call.Offset < end)
            : !IsCalledByRuntime(callee) && !calls.Any(call => call.NameIn(method.Module.Metadata) is var name
                && (IsName(name, callee) || name == DelegateCall && call.Offset >= start && call.Offset < end));
    }

    /// <summary>Whether the call at an IL offset goes to a method.</summary>
    public static bool IsCall(MethodSymbols caller, int ilOffset, MethodSymbols callee) =>
        MethodCall.Of(caller).Any(call => call.Offset == ilOffset && CallPaths.IsCallOf(caller, call, callee));

    /// <summary>The same where the runtime has been asked to run a static constructor.</summary>
    private int FindInitialization(MethodSymbols caller, int ilOffset, MethodSymbols callee)
    {
        if (caller.Module == callee.Module && caller.DeclaringType == callee.DeclaringType)
            return ilOffset; // it is run at the beginning of the type's own methods
        int[] uses = _initializations.Of(caller, callee);
        if (uses.Length == 0)
            uses = [.. MethodCall.Of(caller).Where(call => _paths.MayInline(caller, call, inner => _initializations.Of(inner, callee).Length > 0)).Select(call => call.Offset)];
        var (start, end) = ilOffset < 0 ? (0, 0) : Line(caller, ilOffset);
        return uses.Length == 0 || uses.Any(use => use >= start && use < end) ? ilOffset
            : uses.All(use => Line(caller, uses[0]) is var line && use >= line.Start && use < line.End) ? uses[0]
            : MethodCall.Unknown;
    }

    /// <summary>The first call that leads to a method, if all that do are on one line; else −1.</summary>
    private int OnlyLine(MethodSymbols caller, MethodCall[] calls, MethodSymbols callee)
    {
        int found = MethodCall.Unknown, end = 0;
        foreach (var call in calls)
            if (call.Offset >= end && _paths.Find(caller, call, callee) >= Lead.Near)
            {
                if (found != MethodCall.Unknown)
                    return MethodCall.Unknown;
                (found, end) = (call.Offset, Line(caller, call.Offset).End);
            }
        return found;
    }

    // type initialisers, casts, throws: no call of them stands in the IL
    private static bool IsCalledByRuntime(MethodSymbols callee) =>
        Initializations.IsInitializer(callee) || callee.Name.Full is var name
            && (name.StartsWith("System.Runtime.EH.", StringComparison.Ordinal)
                || name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) && name.Contains("Helpers.", StringComparison.Ordinal));

    // a state machine is called by its own name or by its method's, an explicit implementation by the interface's
    private static bool IsName(string name, MethodSymbols callee) =>
        name == callee.MetadataName || name == callee.Kickoff?.MetadataName || callee.IsExplicit(name);

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
}
