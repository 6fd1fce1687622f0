using System.Reflection.Emit;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Assignment;

/// <summary>What of a method's variables has been assigned where in its IL.</summary>
internal sealed class Assignments
{
    // so much is not analysed; nobody writes that by hand
    private const int MostBytes = 100_000, MostBits = 4_000_000;

    private static readonly ConditionalWeakTable<MethodSymbols, Assignments> Methods = [];
    private static readonly Assignments Nothing = new();

    private readonly MethodSymbols? _method;
    private readonly Cells? _cells;
    private readonly IlInstruction[] _instructions = [];
    private readonly CellSet?[] _before = [];

    private Assignments() { }

    private Assignments(MethodSymbols method, Cells cells, IlInstruction[] instructions, CellSet?[] before) =>
        (_method, _cells, _instructions, _before) = (method, cells, instructions, before);

    /// <summary>Those of a method; of one whose IL cannot be read nothing is known.</summary>
    public static Assignments Of(MethodSymbols method) => Methods.GetValue(method, static method => Analyse(method));

    /// <summary>Whether a local has been assigned where a frame stands.</summary>
    /// <param name="slot">The local's slot.</param>
    /// <param name="ilOffset">Where the frame stands; −1 if unknown.</param>
    /// <param name="isLeaf">The frame is the newest: it may stand anywhere in its statement, not only in a call.</param>
    public Assigned Local(int slot, int ilOffset, bool isLeaf) => Cell(_cells?.Local(slot) ?? Cells.None, ilOffset, isLeaf);

    /// <summary>The same of an <c>out</c> parameter; not known of any other.</summary>
    public Assigned Out(int position, int ilOffset, bool isLeaf) => Cell(_cells?.Out(position) ?? Cells.None, ilOffset, isLeaf);

    /// <summary>The same of a field of an instance that the method has made; not known of fields that the method does not store to.</summary>
    public Assigned Field(int type, string name, int ilOffset, bool isLeaf) => Cell(_cells?.Field(type, name) ?? Cells.None, ilOffset, isLeaf);

    /// <summary>Whether the method makes instances of a type of its module.</summary>
    public bool Creates(int type) => _cells?.Creates(type) ?? false;

    /// <summary>Whether the method's IL names a field; true if it cannot be read.</summary>
    public bool Mentions(int type, string name) => _cells?.Mentions(type, name) ?? true;

    private Assigned Cell(int cell, int ilOffset, bool isLeaf)
    {
        if (cell == Cells.None || _method is null)
            return Assigned.Unknown;
        if (ilOffset < 0)
            return Assigned.Perhaps;
        var (start, end) = Statement(_method, ilOffset, isLeaf);
        Assigned inCalls = Assigned.Unknown, anywhere = Assigned.Unknown;
        for (int i = 0; i < _instructions.Length && _instructions[i].Offset < end; i++)
            if (_instructions[i].Offset >= start && _before[i] is { } state)
            {
                if (!isLeaf && _instructions[i].Offset == ilOffset && _instructions[i].Code.FlowControl == FlowControl.Call)
                    return state[cell]; // the very call
                anywhere = Join(anywhere, state[cell]);
                if (CanCall(_instructions[i].Code))
                    inCalls = Join(inCalls, state[cell]);
            }
        if (isLeaf)
            return anywhere;
        // where nothing is called no caller stands: the JIT's notes are wrong, as for blocks that it moves to the end of the method
        return inCalls == Assigned.Unknown && anywhere != Assigned.Unknown ? Assigned.Perhaps : inCalls;
    }

    private static Assigned Join(Assigned a, Assigned b) => a == Assigned.Unknown || a == b ? b : Assigned.Perhaps;

    /// <summary>From where the frame surely is to the end of its statement. The newest frame may still be before a store of it.</summary>
    private static (int Start, int End) Statement(MethodSymbols method, int ilOffset, bool isLeaf)
    {
        int start = isLeaf && method.TryGetLine(ilOffset, out var line) ? line.ILOffset : ilOffset;
        return (start, method.EndOfStatement(ilOffset));
    }

    /// <summary>Whether a frame may stand in it that is not the newest: it calls a method, or may call a helper of the runtime that is managed code.</summary>
    private static bool CanCall(OpCode code) => code.FlowControl switch
    {
        FlowControl.Call or FlowControl.Throw => true,
        FlowControl.Next => code.OperandType is OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineMethod
            || code == OpCodes.Stelem_Ref,
        _ => false,
    };

    private static Assignments Analyse(MethodSymbols method)
    {
        try
        {
            if (method.Body is not { } body || body.GetILBytes() is not { Length: <= MostBytes } il)
                return Nothing;
            var graph = new FlowGraph(method, body, il);
            var cells = new Cells(method, graph.Instructions);
            if ((long)cells.Count * graph.Instructions.Length > MostBits)
                return Nothing;
            return new Assignments(method, cells, graph.Instructions, new AssignmentFlow(method, graph, cells, Births(method, cells)).Run());
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidCastException or ArgumentException)
        {
            return Nothing; // a broken or replaced image: the parser's ways to say so
        }
    }

    /// <summary>The cells of variables, and of closures' fields, by where their scope begins.</summary>
    private static ILookup<int, int> Births(MethodSymbols method, Cells cells)
    {
        var births = new List<(int Offset, int Cell)>();
        foreach (var scope in method.Scopes)
            foreach (var local in scope.Locals)
                if (cells.Local(local.Slot) is not Cells.None and var cell)
                {
                    births.Add((scope.Start, cell));
                    if (method.LocalTypes[local.Slot] is { IsValueType: true, Token: { IsNil: false } type })
                        births.AddRange(cells.OfType(MetadataTokens.GetToken(type)).Select(field => (scope.Start, field.Cell)));
                }
        int machine = MetadataTokens.GetToken(method.DeclaringType);
        foreach (var (name, cell) in cells.OfType(machine))
            if (HoistedScopes.Start(method, HoistedName.Of(name).Slot) is { } start)
                births.Add((start, cell));
        return births.ToLookup(birth => birth.Offset, birth => birth.Cell);
    }
}
