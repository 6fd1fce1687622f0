namespace Tripod.Proof.Generation;

/// <summary>Writes the class of a generated method.</summary>
internal sealed class MethodWriter(Source source, Random random, Method method, IReadOnlyList<Method> callees)
{
    private const string NoInlining = "[MethodImpl(MethodImplOptions.NoInlining)]";
    private const int Statements = 6;

    public void Write()
    {
        if (method.IsAsync)
            source.Answers.AddAsync(method.Number);
        WriteHead();
        source.Plain(NoInlining);
        string parameters = string.Join(", ", method.Parameters.Select(parameter => parameter.Declaration).Prepend("int site").Prepend("Walk walk"));
        source.Line(method, $"public {Signature}({parameters})");
        source.Line(method, "{");
        source.Line(method, "long sum = site;");
        AddParameters();
        WriteBody();
        source.Line(method, "}");
        source.Plain("}");
    }

    private string Signature => method.Shape switch
    {
        Shape.Async or Shape.AsyncHopping => "static async Task<long> Run",
        Shape.Iterator => "static IEnumerable<int> Run",
        Shape.GenericOfInt or Shape.GenericOfString or Shape.GenericOfStruct => "static long Run<T>",
        Shape.Instance or Shape.Struct or Shape.GenericClass => "long Run",
        _ => "static long Run",
    };

    private void WriteHead()
    {
        // without the zeroes that locals begin with
        if (random.Next(4) == 0)
            source.Plain("[SkipLocalsInit]");
        if (method.Shape is Shape.Instance or Shape.GenericClass)
        {
            source.Line(method, $"sealed class {method.Class}{(method.Shape is Shape.GenericClass ? "<T>" : "")}(int id)");
            source.Plain("{");
            source.Line(method, "public int Id = id;");
            return;
        }
        source.Plain(method.Shape is Shape.Struct ? $"struct {method.Class}" : $"static class {method.Class}");
        source.Plain("{");
        if (method.Shape is Shape.Struct)
            source.Plain("public int Id;");
    }

    private void AddParameters()
    {
        foreach (var parameter in method.Parameters)
            source.Answers.Add(new VariableAnswer(method.Number, parameter.Name));
    }

    private void WriteBody()
    {
        var body = new Body(source, random, method, callees);
        switch (method.Shape)
        {
            case Shape.Out:
                WriteOut(body);
                break;
            case Shape.Lambda:
                WriteFunction(body, "Func<int, long>", "[MethodImpl(MethodImplOptions.NoInlining)] (int site) =>", ";");
                break;
            case Shape.LocalFunction:
                WriteFunction(body, "", "[MethodImpl(MethodImplOptions.NoInlining)] long {0}(int site)", "");
                break;
            case Shape.Iterator:
                body.Write(Statements / 2);
                source.Line(method, "yield return 1;");
                body.Write(Statements / 2);
                source.Line(method, "yield return (int)sum;");
                UseParameters();
                return;
            default:
                body.Write(Statements);
                UseParameters();
                break;
        }
        source.Line(method, "return sum;");
    }

    private void UseParameters()
    {
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
        UseParameters();
    }

    /// <summary>Two functions within the method, each with captured variables of its own.</summary>
    private void WriteFunction(Body body, string type, string head, string end)
    {
        for (int i = 1; i <= 2; i++)
        {
            string name = $"Function{i}";
            body.Capture(captured =>
            {
                source.Line(method, (type.Length > 0 ? $"{type} {name} = " : "") + string.Format(null, head, name));
                source.Line(method, "{");
                source.Line(method, "long sum = site;");
                new Body(source, random, method, callees, body).Write(Statements / 2);
                foreach (string variable in captured.Append(method.Parameters[0].Name))
                    source.Line(method, $"sum += Make.Use({variable});");
                source.Line(method, "return sum + site;");
                source.Line(method, "}" + end);
                source.Line(method, $"sum += {name}({source.NextLine});", method.Number);
            });
        }
        UseParameters();
    }
}
