namespace Tripod.Proof.Generation;

/// <summary>What is known of a generated program: which line calls what, and what holds for each variable.</summary>
internal sealed class Answers
{
    private readonly Dictionary<int, LineAnswer> _lines = [];
    private readonly Dictionary<(int Method, string Name), VariableAnswer> _variables = [];
    private readonly Dictionary<int, int> _made = [];
    private readonly HashSet<int> _async = [];

    /// <summary>Variables of all methods.</summary>
    public IEnumerable<VariableAnswer> Variables => _variables.Values;

    public void Add(int line, LineAnswer answer) => _lines[line] = answer;

    /// <summary>What a line does; null if no statement of the program stands there.</summary>
    public LineAnswer? Line(int line) => _lines.GetValueOrDefault(line);

    public VariableAnswer Add(VariableAnswer variable) => _variables[(variable.Method, variable.Name)] = variable;

    /// <summary>A variable of a method; null if the method has no such variable.</summary>
    public VariableAnswer? Variable(int method, string name) => _variables.GetValueOrDefault((method, name));

    /// <summary>A method is async.</summary>
    public void AddAsync(int method) => _async.Add(method);

    /// <summary>Whether a method is async: the thread pool calls what is left of it.</summary>
    public bool IsAsync(int method) => _async.Contains(method);

    /// <summary>The value of an id is made on a line.</summary>
    public void AddMade(int id, int line) => _made[id] = _made.ContainsKey(id) ? 0 : line;

    /// <summary>The only line that makes the value of an id; 0 if there are several or none.</summary>
    public int MadeAt(int id) => _made.GetValueOrDefault(id);
}
