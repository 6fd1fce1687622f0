using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>A method of these tests' own assembly, as the inspection sees it.</summary>
internal sealed class OwnMethod
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Lazy<ModuleSymbols> Module = new(Open);

    private readonly IlInstruction[] _instructions;

    private OwnMethod(MethodBase method)
    {
        Symbols = Module.Value.GetMethod(method.MetadataToken)!;
        _instructions = IlInstruction.ReadAll(Symbols.Body!.GetILBytes());
    }

    public MethodSymbols Symbols { get; }

    /// <summary>A method of <see cref="AssignmentCases"/>; the MoveNext of one that has a state machine.</summary>
    public static OwnMethod Of(string name)
    {
        var method = typeof(AssignmentCases).GetMethod(name, All)!;
        var machine = method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType;
        return new OwnMethod(machine?.GetMethod("MoveNext", All) ?? method);
    }

    /// <summary>The static constructor of a type in <see cref="AssignmentCases"/>.</summary>
    public static OwnMethod InitializerOf(string type) => new(typeof(AssignmentCases).GetNestedType(type, All)!.TypeInitializer!);

    /// <summary>IL offset of the call of a method; of <see cref="AssignmentCases.Here"/> with the constant that stands before it.</summary>
    public int Call(string method, int? constant = null)
    {
        int token = typeof(AssignmentCases).GetMethod(method, All)!.MetadataToken;
        for (int i = 1; i < _instructions.Length; i++)
            if (_instructions[i].Code == OpCodes.Call && _instructions[i].Operand == token && (constant is null || _instructions[i - 1].Code.Name == $"ldc.i4.{constant}"))
                return _instructions[i].Offset;
        throw new InvalidOperationException($"no call of {method}({constant})");
    }

    /// <summary>Slot of a local.</summary>
    public int Slot(string name) =>
        Symbols.Scopes.SelectMany(scope => scope.Locals).First(local => local.Name == name).Slot;

    /// <summary>The field that a captured or hoisted variable has become.</summary>
    public static FieldInfo Field(string method, string name) => typeof(AssignmentCases).GetNestedTypes(All).SelectMany(type => type.GetFields(All))
        .First(field => field.DeclaringType!.Name.Contains("DisplayClass", StringComparison.Ordinal)
            ? method == nameof(AssignmentCases.Captured) && field.Name == name
            : field.DeclaringType.Name.StartsWith($"<{method}>", StringComparison.Ordinal) && field.Name.StartsWith($"<{name}>5__", StringComparison.Ordinal));

    private static ModuleSymbols Open()
    {
        string path = typeof(OwnMethod).Assembly.Location;
        return new ModuleSymbols(Path.GetFileName(path), new PEReader(File.OpenRead(path)), MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, "pdb"))));
    }
}
