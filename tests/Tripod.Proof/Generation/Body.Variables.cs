namespace Tripod.Proof.Generation;

/// <summary>Statements that declare and assign.</summary>
internal sealed partial class Body
{
    private VariableKind AnyKind() => method.TypeArgument is not null && random.Next(4) == 0 ? VariableKind.Generic : VariableKind.Plain[random.Next(VariableKind.Plain.Length)];

    /// <summary><c>string s12 = Make.S(12);</c></summary>
    private void Declare()
    {
        var kind = AnyKind();
        int id = _ids.Next();
        string make = kind.Make(id);
        if (CanAwait && random.Next(3) == 0)
            make = method.IsHopping ? $"await Make.Later({make})" : $"await Make.Soon({make})";
        Assigned($"{kind.Letter}{id}", id, $"{kind.Type} {kind.Letter}{id} = {make};");
    }

    /// <summary>Definite assignment by two ways.</summary>
    private void Either()
    {
        var kind = AnyKind();
        int id = _ids.Next();
        string name = $"{kind.Letter}{id}";
        Line($"{kind.Type} {name};");
        Line($"if (walk.Go({source.NextLine}))");
        var variable = Assigned(name, id, $"{name} = {kind.Make(id)};");
        WriteElse(variable, id, $"{name} = {kind.Make(id)};");
    }

    private void WriteElse(VariableAnswer variable, int id, string assignment)
    {
        Line("else");
        variable.AssignedBy = Line(assignment);
        source.Answers.AddMade(id, variable.AssignedBy); // which of the two calls it is nobody tells
    }

    /// <summary>One of several arms.</summary>
    private void Match()
    {
        var kind = AnyKind();
        int id = _ids.Next();
        var variable = Assigned($"{kind.Letter}{id}", id, $"{kind.Type} {kind.Letter}{id} = walk.Pick({source.NextLine}) switch");
        Line("{");
        foreach (string pattern in (string[])["0", "> 1 and < 5", "_"])
            Line($"{pattern} => {kind.Make(id)},");
        variable.AssignedBy = Line("};");
        source.Answers.AddMade(id, variable.AssignedBy); // which of the calls it is nobody tells
    }

    /// <summary>Two at once.</summary>
    private void Deconstruct()
    {
        VariableKind first = AnyKind(), second = AnyKind();
        int id = _ids.Next(), other = _ids.Next(), line = source.NextLine;
        Assigned($"{first.Letter}{id}", id, $"({first.Type} {first.Letter}{id}, {second.Type} {second.Letter}{other}) = ({first.Make(id)}, {second.Make(other)});");
        source.Answers.AddMade(other, line);
        _variables.Add(source.Answers.Add(new VariableAnswer(method.Number, $"{second.Letter}{other}") { AssignedFrom = line, AssignedBy = line }));
    }

    /// <summary>What lives on the stack alone: spans, and references to what lies elsewhere.</summary>
    private void DeclareScoped()
    {
        int id = _ids.Next();
        switch (random.Next(_isInHandler ? 3 : 4))
        {
            case 0: Assigned($"r{id}", id, $"ref int r{id} = ref Make.Ref({id});"); break;
            case 1: Assigned($"v{id}", id, $"ReadOnlySpan<char> v{id} = Make.V({id});"); break;
            case 2: Assigned($"z{id}", id, $"Span<int> z{id} = Make.Z({id});"); break;
            default: Assigned($"z{id}", id, $"Span<int> z{id} = stackalloc int[] {{ {id}, {id + 1} }};"); break;
        }
    }

    /// <summary>A variable that is assigned again and again: its value tells how often.</summary>
    private void Phases()
    {
        int id = _ids.Next();
        var variable = Assigned($"w{id}", id, $"int w{id} = Make.W({id}, 0);");
        variable.AddPhase(variable.AssignedBy, 0);
        for (int phase = 1; phase < 3; phase++)
        {
            WriteCall();
            variable.AddPhase(Line($"w{id} = Make.W({id}, {phase});"), phase);
        }
    }

    private VariableAnswer Assigned(string name, int id, string statement)
    {
        int line = Line(statement);
        source.Answers.AddMade(id, line);
        var variable = source.Answers.Add(new VariableAnswer(method.Number, name) { AssignedFrom = line, AssignedBy = line });
        _variables.Add(variable);
        return variable;
    }
}
