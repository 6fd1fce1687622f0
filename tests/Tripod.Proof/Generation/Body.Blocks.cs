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

    private void Each()
    {
        int id = _ids.Next();
        string name = $"i{id}";
        source.Answers.Add(new VariableAnswer(method.Number, name) { AssignedFrom = source.NextLine, AssignedBy = source.NextLine });
        Block($"foreach (int {name} in Make.R({id}))", 2, after: () => source.Answers.Variable(method.Number, name)!.LastUse = Line($"sum += Make.Use({name});"));
    }

    private void Finally()
    {
        Block("try", 2);
        Block("finally", 2);
    }

    private void Catch()
    {
        int id = _ids.Next();
        Block("try", 1, after: () => Line($"if (walk.Go({source.NextLine})) Make.Fail({id});"));
        Block("catch (InvalidOperationException)", 2);
    }
}
