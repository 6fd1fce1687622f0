namespace Tripod.Proof.Generation;

/// <summary>What is known of a generated program: which line calls what, and what holds for each variable.</summary>
internal sealed class Answers
{
    private readonly Dictionary<int, LineAnswer> _lines = [];
    private readonly Dictionary<(int Method, string Name), VariableAnswer> _variables = [];
    private readonly Dictionary<int, int> _made = [];
    private readonly Dictionary<int, string> _this = [];
    private readonly Dictionary<int, string> _typeArguments = [];
    private readonly Dictionary<int, int> _tails = [];
    private readonly Dictionary<int, int> _filters = [];
    private readonly HashSet<int> _roots = [];

    /// <summary>Variables of all methods.</summary>
    public IEnumerable<VariableAnswer> Variables => _variables.Values;

    public void Add(int line, LineAnswer answer) => _lines[line] = answer;

    /// <summary>What a line does; null if no statement of the program stands there.</summary>
    public LineAnswer? Line(int line) => _lines.GetValueOrDefault(line);

    public VariableAnswer Add(VariableAnswer variable) => _variables[(variable.Method, variable.Name)] = variable;

    /// <summary>A variable of a method; null if the method has no such variable.</summary>
    public VariableAnswer? Variable(int method, string name) => _variables.GetValueOrDefault((method, name));

    /// <summary>The runtime calls a method, or what is left of it after an await.</summary>
    public void AddRoot(int method) => _roots.Add(method);

    /// <summary>Whether a method of the program may be the oldest of a thread.</summary>
    public bool IsRoot(int method) => _roots.Contains(method);

    public void AddThis(int method, string text) => _this[method] = text;

    /// <summary>How the log shows a method's <c>this</c>, but for white space; null if that follows no rule.</summary>
    public string? This(int method) => _this.GetValueOrDefault(method);

    public void AddTypeArgument(int method, string argument) => _typeArguments[method] = argument;

    /// <summary>What every caller gives for the only type parameter of a method, or of its class; null if it has none.</summary>
    public string? TypeArgument(int method) => _typeArguments.GetValueOrDefault(method);

    /// <summary>The last thing that a method does is to call another: its frame may be gone by then.</summary>
    public void AddTail(int method, int callee) => _tails[method] = callee;

    /// <summary>Whether a method, or one that it has ended with the call of, may be seen where another was called.</summary>
    public bool IsOrEndsIn(int called, int seen) => called == seen || _tails.TryGetValue(called, out int next) && IsOrEndsIn(next, seen);

    /// <summary>The value of an id is made on a line.</summary>
    public void AddMade(int id, int line) => _made[id] = _made.ContainsKey(id) ? 0 : line;

    /// <summary>The only line that makes the value of an id; 0 if there are several or none.</summary>
    public int MadeAt(int id) => _made.GetValueOrDefault(id);

    /// <summary>A filter is asked for the exceptions of one line alone.</summary>
    public void AddFilter(int line, int thrown) => _filters[line] = thrown;

    /// <summary>The line that throws what the filter on a line is asked for: its frame still waits below the filter's. 0 if there is no filter.</summary>
    public int ThrownFor(int line) => _filters.GetValueOrDefault(line);
}
