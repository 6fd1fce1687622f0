namespace Tripod.Proof.Generation;

/// <summary>Writes the class of a generated method.</summary>
internal sealed partial class MethodWriter(Source source, Random random, Method method, IReadOnlyList<Method> callees)
{
    private const string NoInlining = "[MethodImpl(MethodImplOptions.NoInlining)]";
    private const int Statements = 6;

    public void Write()
    {
        AddAnswers();
        WriteClass();
        if (Accessor is null)
            source.Plain(NoInlining);
        source.Line(method, Head);
        source.Line(method, "{");
        if (method.Shape is Shape.Event)
            source.Plain("remove { }");
        if (Accessor is { } accessor)
            source.Line(method, $"{NoInlining} {accessor}");
        if (Accessor is not null)
            source.Line(method, "{");
        WriteBeginning();
        WriteBody(new Body(source, random, method, callees));
        for (int i = Accessor is null ? 0 : 1; i >= 0; i--)
            source.Line(method, "}");
        source.Plain("}");
    }

    private void AddAnswers()
    {
        if (method.IsAsync || method.IsRoot)
            source.Answers.AddRoot(method.Number);
        if (method.This is { } text)
            source.Answers.AddThis(method.Number, text);
        if (method.TypeArgument is { } argument)
            source.Answers.AddTypeArgument(method.Number, argument);
        foreach (var parameter in method.Parameters)
            source.Answers.Add(new VariableAnswer(method.Number, parameter.Name));
    }

    /// <summary>Where the walk and the caller's line are not parameters they are made.</summary>
    private void WriteBeginning()
    {
        if (method.IsRoot)
            source.Line(method, "Walk walk = Walk.OfThread();");
        else if (method.IsToldByWalk || method.Shape is Shape.Operator or Shape.Setter)
            source.Line(method, "Walk walk = Walk.Current;");
        if (method.IsToldByWalk || method.Shape is Shape.Setter)
        {
            int line = source.Line(method, method.IsToldByWalk ? "int site = walk.Site;" : "int site = (int)value;");
            source.Answers.Add(new VariableAnswer(method.Number, "site") { AssignedFrom = line, AssignedBy = line });
        }
        source.Line(method, method.IsRoot ? "long sum = 0;" : "long sum = site;");
        if (method.IsRoot || method.Shape is Shape.StaticConstructor)
            source.Line(method, "walk.Hurry();");
    }

    private void WriteBody(Body body)
    {
        switch (method.Shape)
        {
            case Shape.Out:
                WriteOut(body);
                break;
            case Shape.Lambda:
            case Shape.NestedLambda:
                WriteFunctions(body, "Func<int, long>", $"{NoInlining} (int site) =>", ";", method.Shape is Shape.NestedLambda ? 2 : 1);
                break;
            case Shape.LocalFunction:
                WriteFunctions(body, "", NoInlining + " long {0}(int site)", "", 1);
                break;
            default:
                body.Write(Statements / 2);
                WriteMiddle();
                body.Write(Statements / 2);
                break;
        }
        UseParameters();
        WriteEnd();
    }

    private void WriteMiddle()
    {
        source.Line(method, $"sum += walk.Mark({source.NextLine});");
        if (method.IsIterator)
            source.Line(method, "yield return 1;");
        if (method.Shape is Shape.Recursive)
            source.Line(method, $"if (depth > 0 && walk.Go({source.NextLine})) sum += {method.Recursion(source.NextLine)};", method.Number);
    }

    private void WriteEnd()
    {
        if (method.Shape is Shape.TailCall && callees.FirstOrDefault(callee => callee.IsPlainCall) is { } last)
        {
            source.Answers.AddTail(method.Number, last.Number);
            source.Line(method, $"return {last.Call(source.NextLine)};", last.Number);
        }
        else if (End is { } end)
            source.Line(method, end);
    }

    private string? End => method.Shape switch
    {
        Shape.Finalizer or Shape.ModuleInitializer or Shape.Setter or Shape.Event or Shape.Dispose => null,
        Shape.Constructor => "Result = sum;",
        Shape.StaticConstructor => "Value = sum;",
        Shape.RefReturn => $"return ref Make.Ref({method.Number});",
        _ when method.IsIterator => "yield return (int)sum;",
        _ => "return sum;",
    };

    private void UseParameters()
    {
        if (!method.IsRoot)
            source.Line(method, "sum += site;");
        foreach (var parameter in method.Parameters.Where(_ => random.Next(4) > 0))
            source.Answers.Variable(method.Number, parameter.Name)!.LastUse = source.Line(method, $"sum += Make.Use({parameter.Name});");
    }

    private void WriteOut(Body body)
    {
        body.WriteCall();
        foreach (var parameter in method.Parameters)
        {
            int line = source.Line(method, $"{parameter.Name} = {parameter.Kind.Make(parameter.Id)};");
            source.Answers.Add(new VariableAnswer(method.Number, parameter.Name) { AssignedFrom = line, AssignedBy = line });
        }
        body.Write(Statements - 2);
    }

    /// <summary>Two functions within the method, each with captured variables of its own.</summary>
    private void WriteFunctions(Body body, string type, string head, string end, int depth)
    {
        for (int i = 1; i <= 2; i++)
        {
            string name = $"Function{depth}{i}";
            body.Capture(captured =>
            {
                source.Line(method, (type.Length > 0 ? $"{type} {name} = " : "") + string.Format(null, head, name));
                source.Line(method, "{");
                source.Line(method, "long sum = site;");
                var inner = new Body(source, random, method, callees, body);
                inner.Write(Statements / 2);
                if (depth > 1)
                    WriteFunctions(inner, type, head, end, depth - 1);
                foreach (string variable in captured.Append(method.Parameters[0].Name))
                    source.Line(method, $"sum += Make.Use({variable});");
                source.Line(method, "return sum + site;");
                source.Line(method, "}" + end);
                source.Line(method, $"sum += {name}({source.NextLine});", method.Number);
            });
        }
    }
}
