namespace Tripod.Proof.Generation;

/// <summary>How a method is called.</summary>
internal sealed partial record Method
{
    // each runs once in a program
    private static readonly string[] Constructed = ["int", "string", "Pair", "Obj", "long", "int[]"];

    /// <summary>A statement that calls.</summary>
    /// <param name="line">The line that the call stands on, which it tells the method.</param>
    public string Statement(int line) => Shape switch
    {
        Shape.Setter => $"{Told(line)}.Value = {line};",
        Shape.Event => $"{Told(line)}.Changed += null;",
        Shape.Dispose => $"using ({Told(line)}) {{ }}",
        _ => $"sum += {Call(line)};",
    };

    /// <summary>The call, as an expression of a number.</summary>
    /// <param name="line">The line that the call stands on, which it tells the method.</param>
    public string Call(int line) => Shape switch
    {
        Shape.Instance or Shape.GenericClass or Shape.GenericClassOfStruct or Shape.Record => $"new {Type}({Number}).Run({Arguments(line)})",
        Shape.Struct or Shape.RefStruct or Shape.GenericStruct => $"new {Type} {{ Id = {Number} }}.Run({Arguments(line)})",
        Shape.DefaultInterface => $"(({Class})new {Class}Holder()).Run({Arguments(line)})",
        Shape.ExplicitInterface => $"((I{Class})new {Class}({Number})).Run({Arguments(line)})",
        Shape.GenericOfString or Shape.GenericOfInt or Shape.GenericOfStruct => $"{Class}.Run<{TypeArgument}>({Arguments(line)})",
        Shape.Async or Shape.AsyncHopping => $"{Class}.Run({Arguments(line)}).GetAwaiter().GetResult()",
        Shape.AsyncOfString => $"{Class}.Run<{TypeArgument}>({Arguments(line)}).GetAwaiter().GetResult()",
        Shape.AsyncInstance => $"new {Class}({Number}).Run({Arguments(line)}).GetAwaiter().GetResult()",
        Shape.AsyncIterator => $"walk.SumLater({Class}.Run({Arguments(line)})).GetAwaiter().GetResult()",
        Shape.Iterator => $"walk.Sum({Class}.Run({Arguments(line)}))",
        Shape.IteratorInstance => $"walk.Sum(new {Class}({Number}).Run({Arguments(line)}))",
        Shape.Constructor => $"new {Class}({Arguments(line)}).Result",
        Shape.StaticConstructor => $"walk.At({line}, 0) + {Class}<{Constructed[line % Constructed.Length]}>.Value",
        Shape.Operator => $"({Told(line)} * {line})",
        Shape.Indexer => $"new {Class}({Number})[{Arguments(line)}]",
        Shape.Getter => $"{Told(line)}.Value",
        _ => $"{Class}.Run({Arguments(line)})",
    };

    /// <summary>The call that a recursive method makes of itself.</summary>
    public string Recursion(int line) => $"{Class}.Run({Arguments(line, "depth - 1")})";

    private string Told(int line) => $"new {Class}(walk.At({line}, {Number}))";

    private string Arguments(int line, string depth = "2")
    {
        List<string> arguments = ["walk", $"{line}"];
        if (Shape == Shape.Recursive)
            arguments.Add(depth);
        arguments.AddRange(Parameters.Select(parameter => parameter.Argument(this)));
        return string.Join(", ", arguments);
    }
}
