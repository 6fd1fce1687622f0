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
        int id = number * IdsOfMethod;
        if (shape is Shape.GenericOfInt or Shape.GenericOfString or Shape.GenericOfStruct or Shape.GenericClass)
            parameters.Add(new(VariableKind.Generic, ++id));
        for (int i = random.Next(1, MostParameters); i > 0; i--)
            parameters.Add(new(VariableKind.Plain[random.Next(VariableKind.Plain.Length)], ++id, Modifier(random, shape)));
        return new Method(number, shape, parameters);
    }

    private static string Modifier(Random random, Shape shape) => shape switch
    {
        Shape.Out => "out",
        Shape.ByReference => random.Next(2) == 0 ? "ref" : "in",
        _ => "",
    };
}
