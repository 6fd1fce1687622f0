namespace Tripod.Proof.Generation;

/// <summary>Statements that call.</summary>
internal sealed partial class Body
{
    /// <summary>A call of any of the methods, if there are any.</summary>
    public void WriteCall()
    {
        if (callees.Count > 0)
            WriteCall(callees[random.Next(callees.Count)]);
        else
            Line($"sum += walk.Spin({source.NextLine});");
        if (method.IsHopping && CanAwait && random.Next(3) == 0)
            Line("await Task.Yield();");
    }

    private void WriteCall(Method callee)
    {
        if (!callee.IsByReference)
            Line($"if (walk.Go({source.NextLine})) {callee.Statement(source.NextLine)}", callee.Number);
        else if (_byReference.Add(callee))
            CallByReference(callee); // its variables have the parameters' names: once in a method
    }

    private void CallByReference(Method callee)
    {
        Line("{");
        var passed = new List<VariableAnswer>();
        bool isOut = callee.Shape is Shape.Out;
        if (!isOut)
            foreach (var parameter in callee.Parameters)
            {
                int line = Line($"{parameter.Kind.Type} {parameter.Name} = {parameter.Kind.Make(parameter.Id)};");
                passed.Add(source.Answers.Add(new VariableAnswer(method.Number, parameter.Name) { AssignedFrom = line, AssignedBy = line }));
            }
        int call = Line($"sum += {callee.Call(source.NextLine)};", callee.Number);
        if (isOut)
            passed.AddRange(callee.Parameters.Select(parameter =>
                source.Answers.Add(new VariableAnswer(method.Number, parameter.Name) { AssignedFrom = call, AssignedBy = call })));
        Line($"sum += walk.Spin({source.NextLine});");
        foreach (var variable in passed)
            variable.LastUse = Line($"sum += Make.Use({variable.Name});");
        Line("}");
    }
}
