using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>The variables of one frame as they are found. A name that is known already is not added again: the inner one hides it.</summary>
/// <param name="Symbols">The frame's method.</param>
/// <param name="ILOffset">Where it stands; −1 if unknown.</param>
/// <param name="IsLeaf">It is the newest of its thread.</param>
/// <param name="Arguments">Arguments, <c>this</c> first.</param>
/// <param name="Locals">Local and captured variables.</param>
internal readonly record struct FrameVariablesList(MethodSymbols Symbols, int ILOffset, bool IsLeaf, List<Variable> Arguments, List<Variable> Locals)
{
    /// <summary>The newer frame; null if there is none, or none that is known.</summary>
    public CalledMethod? Callee { get; init; }

    /// <summary>The variables of a state machine are not the frame's any more.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Adds the author's <c>this</c>.</summary>
    public void AddThis(Variable variable)
    {
        if (!IsKnown(variable.Name))
            Arguments.Insert(0, variable);
    }

    /// <summary>Adds an argument or a local.</summary>
    public void Add(Variable variable, bool isArgument)
    {
        if (!IsKnown(variable.Name))
            (isArgument ? Arguments : Locals).Add(variable);
    }

    /// <summary>Adds a variable that the method captured; its argument of the same name is a copy that is not used any more.</summary>
    public void AddCaptured(Variable variable)
    {
        int argument = Arguments.FindIndex(known => known.Name == variable.Name);
        if (argument < 0)
            Add(variable, isArgument: false);
        else if (variable.Value != Value.NotAssigned)
            Arguments[argument] = variable;
    }

    /// <summary>Takes back a variable's value.</summary>
    public void Withdraw(string name)
    {
        foreach (var variables in (List<Variable>[])[Arguments, Locals])
            if (variables.FindIndex(known => known.Name == name) is >= 0 and var index)
                variables[index] = variables[index] with { Value = Value.Unavailable };
    }

    private bool IsKnown(string name) => Arguments.Exists(known => known.Name == name) || Locals.Exists(known => known.Name == name);
}
