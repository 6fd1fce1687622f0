namespace Tripod.Proof.Generation;

/// <summary>Decides on a method's parameters.</summary>
internal static class MethodPlan
{
    /// <summary>Ids of a method's variables begin at so many times its number.</summary>
    public const int IdsOfMethod = 1_000;

    // locals have the ids from here on
    public const int FirstLocal = 100;

    private const int MostParameters = 5;

    public static Method Of(Random random, int number, Shape shape)
    {
        var parameters = new List<Parameter>();
        var method = new Method(number, shape, parameters);
        int id = number * IdsOfMethod;
        if (method.TypeArgument is not null)
            parameters.Add(new(VariableKind.Generic, ++id));
        var kinds = shape is Shape.Spans ? VariableKind.Scoped : VariableKind.Plain;
        for (int i = HasParameters(method) ? random.Next(1, MostParameters) : 0; i > 0; i--)
            parameters.Add(new(kinds[random.Next(kinds.Length)], ++id, Modifier(random, shape)));
        return method;
    }

    private static bool HasParameters(Method method) => !method.IsRoot && !method.IsToldByWalk && method.Shape is not (Shape.Operator or Shape.Setter);

    private static string Modifier(Random random, Shape shape) => shape switch
    {
        Shape.Out => "out",
        Shape.ByReference => random.Next(2) == 0 ? "ref" : "in",
        _ => "",
    };
}
