namespace Tripod.Proof.Generation;

/// <summary>A generated method: the class M and its number.</summary>
/// <param name="Number">Its number; its variables have ids from a hundred times that on.</param>
/// <param name="Shape">What kind of method it is.</param>
/// <param name="Parameters">Its parameters, but for walk and site.</param>
internal sealed record Method(int Number, Shape Shape, IReadOnlyList<Parameter> Parameters)
{
    /// <summary>Its class.</summary>
    public string Class => $"M{Number}";

    public bool IsAsync => Shape is Shape.Async or Shape.AsyncHopping;

    /// <summary>The call, as an expression of type long.</summary>
    /// <param name="line">The line that the call stands on, which it tells the method.</param>
    public string Call(int line)
    {
        string arguments = string.Join(", ", Parameters.Select(parameter => parameter.Argument(this)).Prepend($"{line}").Prepend("walk"));
        return Shape switch
        {
            Shape.Instance => $"new {Class}({Number}).Run({arguments})",
            Shape.Struct => $"new {Class} {{ Id = {Number} }}.Run({arguments})",
            Shape.GenericClass => $"new {Class}<string>({Number}).Run({arguments})",
            Shape.GenericOfString => $"{Class}.Run<string>({arguments})",
            Shape.GenericOfInt => $"{Class}.Run<int>({arguments})",
            Shape.GenericOfStruct => $"{Class}.Run<Pair>({arguments})",
            Shape.Async or Shape.AsyncHopping => $"{Class}.Run({arguments}).GetAwaiter().GetResult()",
            Shape.Iterator => $"walk.Sum({Class}.Run({arguments}))",
            _ => $"{Class}.Run({arguments})",
        };
    }
}
