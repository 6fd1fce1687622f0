namespace Tripod.Proof.Generation;

/// <summary>Statements that hold others.</summary>
internal sealed partial class Body
{
    private const int Rounds = 3;

    /// <summary>The round, and a variable that follows from it.</summary>
    private void Loop()
    {
        int id = _ids.Next();
        source.Answers.Add(new VariableAnswer(method.Number, $"k{id}") { AssignedFrom = source.NextLine, AssignedBy = source.NextLine });
        Block($"for (int k{id} = 0; k{id} < {Rounds}; k{id}++)", 2, () => Assigned($"j{id}", id, $"int j{id} = Make.J({id}, k{id});"));
    }

    /// <summary>A loop whose variables are declared anew each round, and which goes on from its middle.</summary>
    private void Endless()
    {
        int id = _ids.Next();
        int declared = Line($"int x{id} = 0;");
        source.Answers.Add(new VariableAnswer(method.Number, $"x{id}") { AssignedFrom = declared, AssignedBy = declared });
        Block("while (true)", 2, () =>
        {
            Assigned($"j{id}", id, $"int j{id} = Make.J({id}, x{id});");
            Line($"if (++x{id} > {Rounds}) break;");
            Line($"if (walk.Go({source.NextLine})) continue;");
        });
    }

    /// <summary>Through an array, an iterator, a list or a span of one number.</summary>
    private void Each()
    {
        int id = _ids.Next();
        string name = $"i{id}";
        string numbers = random.Next(method.IsHopping || method.IsIterator ? 3 : 4) switch { 0 => "Make.R({0})", 1 => "Make.Iterate({0})", 2 => "Make.List({0})", _ => "Make.R({0}).AsSpan()" };
        source.Answers.Add(new VariableAnswer(method.Number, name) { AssignedFrom = source.NextLine, AssignedBy = source.NextLine });
        Block($"foreach (int {name} in {string.Format(null, numbers, id)})", 2, after: () => source.Answers.Variable(method.Number, name)!.LastUse = Line($"sum += Make.Use({name});"));
    }

    private void Finally()
    {
        Block("try", 2);
        Handler("finally");
    }

    private void Catch()
    {
        int id = _ids.Next();
        int thrown = 0;
        Block("try", 1, after: () => thrown = Line($"if (walk.Go({source.NextLine})) Make.Fail({id});"));
        bool isFiltered = random.Next(2) > 0;
        if (isFiltered)
            source.Answers.AddFilter(source.NextLine, thrown);
        Handler("catch (InvalidOperationException)" + (isFiltered ? $" when (walk.Pass({source.NextLine}))" : ""));
    }

    private void Handler(string head)
    {
        bool before = _isInHandler;
        _isInHandler = true;
        Block(head, 2);
        _isInHandler = before;
    }

    /// <summary>A variable that a pattern declares.</summary>
    private void Pattern()
    {
        int id = _ids.Next();
        string name = $"o{id}";
        source.Answers.Add(new VariableAnswer(method.Number, name) { AssignedFrom = source.NextLine, AssignedBy = source.NextLine });
        Block($"if (Make.Any({id}) is Obj {{ Id: > 0 }} {name})", 2, after: () => source.Answers.Variable(method.Number, name)!.LastUse = Line($"sum += Make.Use({name});"));
    }

    /// <summary>Something is held as long as the block lasts: what is to be disposed of, or a lock.</summary>
    private void Hold()
    {
        int id = _ids.Next();
        bool before = _isInLock, isLock = random.Next(2) == 0;
        if (isLock)
            Assigned($"o{id}", id, $"Obj o{id} = Make.O({id});");
        else
            source.Answers.Add(new VariableAnswer(method.Number, $"g{id}") { AssignedFrom = source.NextLine, AssignedBy = source.NextLine });
        _isInLock |= isLock;
        Block(isLock ? $"lock (o{id})" : $"using (Guard g{id} = Make.G({id}))", 2);
        _isInLock = before;
    }
}
