namespace Tripod.Proof.Generation;

/// <summary>Statements that declare and assign.</summary>
internal sealed partial class Body
{
    private bool IsGeneric => method.Shape is Shape.GenericOfInt or Shape.GenericOfString or Shape.GenericOfStruct or Shape.GenericClass;

    private VariableKind AnyKind() => IsGeneric && random.Next(4) == 0 ? VariableKind.Generic : VariableKind.Plain[random.Next(VariableKind.Plain.Length)];

    /// <summary><c>string s12 = Make.S(12);</c></summary>
    private void Declare()
    {
        var kind = AnyKind();
        int id = _ids.Next();
        string make = kind.Make(id);
        if (method.IsAsync && IsTop && random.Next(3) == 0)
            make = method.Shape is Shape.AsyncHopping ? $"await Make.Later({make})" : $"await Make.Soon({make})";
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
