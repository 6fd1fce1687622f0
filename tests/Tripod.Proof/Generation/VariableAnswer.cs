namespace Tripod.Proof.Generation;

/// <summary>What holds for a variable of a generated method.</summary>
/// <param name="Method">Number of the method.</param>
/// <param name="Name">Its name.</param>
internal sealed record VariableAnswer(int Method, string Name)
{
    private readonly List<(int Line, int Phase)> _phases = [];

    /// <summary>The first line on which it is assigned; 0 for parameters.</summary>
    public int AssignedFrom { get; init; }

    /// <summary>The last such line: behind it the variable has its value.</summary>
    public int AssignedBy { get; set; }

    /// <summary>The line on which it is used for the last time; 0 if it never is.</summary>
    public int LastUse { get; set; }

    /// <summary>Whether the value that it has on a line is used again behind it, and not just assigned anew.</summary>
    public bool IsUsedAfter(int line) => AssignedBy < line && LastUse > line && !_phases.Exists(phase => phase.Line >= line);

    /// <summary>From the end of this line on, a variable that is assigned several times has the value of this phase.</summary>
    public void AddPhase(int line, int phase) => _phases.Add((line, phase));

    /// <summary>The phase that holds while a line is executed, if that line does not itself begin one.</summary>
    public int Phase(int line) => _phases.Where(phase => phase.Line < line).Select(phase => phase.Phase).LastOrDefault(-1);

    /// <summary>Whether a line begins a phase.</summary>
    public bool Changes(int line) => _phases.Exists(phase => phase.Line == line);
}
