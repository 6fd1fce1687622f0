namespace Tripod.Proof.Generation;

/// <summary>Writes statements of a method: variables, and calls while these are alive.</summary>
/// <param name="source">Where to.</param>
/// <param name="random">Decides.</param>
/// <param name="method">Whose statements they are.</param>
/// <param name="callees">What the method may call.</param>
/// <param name="outer">The body around that of a function within the method; null if there is none.</param>
internal sealed partial class Body(Source source, Random random, Method method, IReadOnlyList<Method> callees, Body? outer = null)
{
    private const int Deepest = 2;

    // a function within the method counts on with the ids of the method
    private readonly Counter _ids = outer?._ids ?? new Counter(method.Number * MethodPlan.IdsOfMethod + MethodPlan.FirstLocal);
    private readonly HashSet<Method> _byReference = outer?._byReference ?? [];
    private readonly List<VariableAnswer> _variables = [];
    private int _depth;
    private bool _isInHandler, _isInLock;

    private bool IsTop => _depth == 0 && outer is null;

    private bool CanAwait => method.IsAsync && outer is null && !_isInLock && (IsTop || method.IsHopping);

    /// <summary>Writes so many statements, of which each may hold others, and then uses of the variables that they declared.</summary>
    public void Write(int statements) => Write(statements, _variables.Count);

    private void Write(int statements, int first)
    {
        Declare();
        for (int i = 0; i < statements; i++)
            Statement();
        UseFrom(first);
    }

    /// <summary>Variables that a function is about to capture, and that function.</summary>
    public void Capture(Action<IReadOnlyList<string>> write)
    {
        int first = _variables.Count;
        Declare();
        Declare();
        string[] names = [.. _variables.Skip(first).Select(variable => variable.Name)];
        write(names);
        Declare();
        WriteCall();
    }

    /// <summary>Calls of all that the method may call, and nothing else.</summary>
    public void WriteCalls()
    {
        foreach (var callee in callees)
            WriteCall(callee);
    }

    private void Statement()
    {
        switch (random.Next(_depth < Deepest ? 27 : 11))
        {
            case < 3: Declare(); break;
            case < 6: WriteCall(); break;
            case 6: Line($"sum += walk.Spin({source.NextLine});"); break;
            case 7: Line("for (int spin = 0; spin < 300; spin++) sum = sum * 31 + spin;"); break;
            case 8: Line($"sum += walk.Mark({source.NextLine});"); break;
            case 9: Scoped(); break;
            case 10: Deconstruct(); break;
            default: Compound(); break;
        }
    }

    private void Compound()
    {
        switch (random.Next(12))
        {
            case 0: Block("", 3); break;
            case < 3: Loop(); break;
            case 3: Finally(); break;
            case 4: Catch(); break;
            case 5: Either(); break;
            case 6: Match(); break;
            case 7: Phases(); break;
            case 8: Endless(); break;
            case 9: Pattern(); break;
            case 10: Hold(); break;
            default: Each(); break;
        }
    }

    /// <summary>Where nothing may be awaited while it lives.</summary>
    private void Scoped()
    {
        if (method.IsHopping || method.IsAsync && IsTop || method.IsIterator)
            Declare();
        else
            DeclareScoped();
    }

    private int Line(string text, int callee = LineAnswer.None) => source.Line(method, text, callee);

    private void UseFrom(int first)
    {
        foreach (var variable in _variables.Skip(first).Where(_ => random.Next(4) > 0))
            variable.LastUse = Line($"sum += Make.Use({variable.Name});");
        _variables.RemoveRange(first, _variables.Count - first);
    }

    private void Block(string head, int statements, Action? before = null, Action? after = null)
    {
        if (head.Length > 0)
            Line(head);
        Line("{");
        _depth++;
        int first = _variables.Count;
        before?.Invoke();
        Write(statements, first);
        after?.Invoke();
        _depth--;
        Line("}");
    }

    private sealed class Counter(int last)
    {
        public int Next() => ++last;
    }
}
