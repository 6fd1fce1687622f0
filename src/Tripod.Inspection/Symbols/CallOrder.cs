namespace Tripod.Inspection.Symbols;

/// <summary>
/// Finds the call that a caller's frame stands in by the order of the calls in its code, which is that of the IL: the
/// JIT moves calls together with those before them. What it has moved into a later statement (fgForwardSub) it notes
/// under that, in front of that statement's own calls; what C# keeps on the stack over several statements, under the first.
/// </summary>
internal sealed class CallOrder
{
    private readonly MethodSymbols _caller, _callee;
    private readonly CompiledCalls _compiled;
    private readonly CallPaths _paths;
    private readonly MethodCall[] _calls;
    private readonly int[] _meant, _sites;
    private readonly bool _isDirect;

    public CallOrder(MethodSymbols caller, MethodSymbols callee, CompiledCalls compiled, CallPaths paths)
    {
        (_caller, _callee, _compiled, _paths) = (caller, callee, compiled, paths);
        _calls = MethodCall.Of(caller);
        _meant = [.. paths.CallsOf(caller, callee).Select(call => call.Offset)];
        _isDirect = Array.Exists(_calls, call => CallPaths.IsCallOf(caller, call, callee));
        _sites = [.. _calls.Where(IsSite).Select(call => call.Offset)];
    }

    /// <summary>The IL offset of the call; −1 if it may be one of several on different lines; null if the order tells nothing.</summary>
    /// <param name="ilOffset">Where the JIT's notes say that it stands.</param>
    /// <param name="endOfLine">Where the IL of that line ends.</param>
    public int? Find(int ilOffset, int endOfLine)
    {
        // what is moved comes from the statement before: one that has kept its calls lies between no two that were joined
        int previous = _compiled.All.Where(noted => noted < ilOffset).Append(0).Max(), next = _compiled.All.Where(noted => noted > ilOffset).DefaultIfEmpty(int.MaxValue).Min();
        int number = _compiled.Position - _compiled.Noted.Count(noted => noted < ilOffset), count = Count(ilOffset);
        int[] before = Pending(previous, ilOffset), here = Sites(ilOffset, next), onLine = Sites(ilOffset, Math.Min(endOfLine, next));
        if (_compiled.Noted[_compiled.Position] != ilOffset || here.Length + before.Length == 0 || _compiled.IsByRegister && !HasRival(previous, next, ilOffset, endOfLine))
            return null;
        if (!_isDirect && !_compiled.IsByRegister) // how often one that was inlined calls, and whether it was, is not known
            return before.Length > 0 && count > onLine.Length ? MethodCall.Unknown : null;
        int? found = before.Length == 0 ? OwnAt(number, count, onLine, here, previous, ilOffset)
            : MayLead(previous, endOfLine) ? MethodCall.Unknown
            : count == before.Length + onLine.Length || count == before.Length + here.Length ? before.Concat(here).ElementAt(number)
            : !_callee.IsInlined && number < here.Length && (count == onLine.Length || count == here.Length) ? here[number]
            : MethodCall.Unknown;
        return found is >= 0 and var offset && !_meant.Contains(offset) ? null : found;
    }

    // none was moved here, so all of them are this line's, or of those that follow without a note of their own
    private int? OwnAt(int number, int count, int[] onLine, int[] here, int previous, int ilOffset)
    {
        if (count == here.Length || count == onLine.Length)
            return here[number];
        if (count < onLine.Length)
            return null; // which of the line's is not known, nor needed
        bool areCopies = here.Length == onLine.Length && onLine.Length > 0 && !AnyLost(ilOffset) && !MayLead(previous, ilOffset); // of a loop's body, or of a finally block
        return areCopies ? onLine[0] : onLine.Length == 0 ? null : MethodCall.Unknown;
    }

    /// <summary>The sites between two notes for which there are no calls under the first: they were moved on, unless they lie where there are no notes.</summary>
    private int[] Pending(int from, int to)
    {
        int[] sites = Sites(from, to);
        int there = from == to ? 0 : Count(from);
        return sites[Math.Min(sites.Length, there + Count(-1))..];
    }

    private bool AnyLost(int otherThan)
    {
        // what lies before all notes is not in the code: it goes on in the middle of a method that has run before (OSR)
        int[] noted = [.. _compiled.Noted.Append(_compiled.All.Where(offset => offset >= 0).Min()).Where(offset => offset >= 0).Distinct().Order()];
        for (int i = 0; i < noted.Length; i++)
            if (noted[i] != otherThan && Sites(noted[i], i + 1 < noted.Length ? noted[i + 1] : int.MaxValue).Length > Count(noted[i]))
                return true;
        return false;
    }

    /// <summary>Whether another call between two offsets may have been inlined, and lead to the method.</summary>
    private bool MayLead(int from, int to) =>
        _calls.Any(call => call.Offset >= from && call.Offset < to && !IsSite(call) && _paths.Find(_caller, call, _callee) == Lead.Yes);

    /// <summary>Whether the method may be called between two offsets by another line too.</summary>
    private bool HasRival(int from, int to, int start, int end) =>
        Array.Exists(_meant, offset => offset >= from && offset < to && (offset < start || offset >= end));

    private bool IsSite(MethodCall call) => _compiled.IsByRegister ? _paths.IsOpen(_caller, call)
        : _isDirect ? CallPaths.IsCallOf(_caller, call, _callee)
        : _paths.Find(_caller, call, _callee) == Lead.Yes;

    private int[] Sites(int from, int to) => [.. _sites.Where(offset => offset >= from && offset < to)];

    private int Count(int noted) => _compiled.Noted.Count(offset => offset == noted);
}
