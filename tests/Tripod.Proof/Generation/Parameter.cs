namespace Tripod.Proof.Generation;

/// <summary>A parameter of a generated method.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Id">Its id.</param>
/// <param name="Modifier"><c>ref</c>, <c>in</c>, <c>out</c>, or empty.</param>
internal sealed record Parameter(VariableKind Kind, int Id, string Modifier = "")
{
    public string Name => $"{Kind.Letter}{Id}";

    /// <summary>As it stands in the parameter list.</summary>
    public string Declaration => $"{(Modifier.Length > 0 ? Modifier + " " : "")}{Kind.Type} {Name}";

    /// <summary>As the caller gives it: by reference a variable of the same name, else the value itself.</summary>
    public string Argument(Method method) =>
        Modifier is "out" ? $"out {Kind.Type} {Name}"
        : Modifier.Length > 0 ? $"{Modifier} {Name}"
        : Kind != VariableKind.Generic ? Kind.Make(Id)
        : $"Make.Q<{method.TypeArgument}>({Id})";
}
