using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Assignment;

/// <summary>
/// What can be assigned in a method: its locals, its <c>out</c> parameters, and the fields that it stores to. Numbered
/// in this order.
/// </summary>
internal sealed class Cells
{
    /// <summary>No cell.</summary>
    public const int None = -1;

    private readonly MethodSymbols _method;
    private readonly Dictionary<(int Type, string Name), int> _fields = [];
    private readonly Dictionary<int, List<(string Name, int Cell)>> _ofType = [];
    private readonly HashSet<(int Type, string Name)> _mentioned = [];
    private readonly HashSet<int> _created = [];

    public Cells(MethodSymbols method, IlInstruction[] instructions)
    {
        _method = method;
        Count = method.LocalTypes.Length + method.ParameterTypes.Length;
        foreach (var instruction in instructions)
            if (instruction.Code.OperandType == OperandType.InlineField && Field(instruction) is { Type: not 0 } field)
                Add(field, isStored: instruction.Code == OpCodes.Stfld || instruction.Code == OpCodes.Ldflda);
            else if (instruction.Code == OpCodes.Newobj && CreatedType(instruction.Operand) is not 0 and var type)
                _created.Add(type);
        foreach (var local in method.LocalTypes)
            if (local is { IsValueType: true, Token: { IsNil: false } token })
                _created.Add(MetadataTokens.GetToken(token));
    }

    public int Count { get; private set; }

    /// <summary>The cell of a local.</summary>
    public int Local(int slot) => slot < _method.LocalTypes.Length ? slot : None;

    /// <summary>The cell of an <c>out</c> parameter.</summary>
    /// <param name="position">Its position, <c>this</c> not counted.</param>
    public int Out(int position) => position >= 0 && position < _method.ParameterTypes.Length && _method.IsOut(position) ? _method.LocalTypes.Length + position : None;

    /// <summary>The cell of a field; none if the method does not store to it.</summary>
    /// <param name="type">Token of the type that declares it, in the method's module.</param>
    /// <param name="name">Its name in metadata.</param>
    public int Field(int type, string name) => _fields.GetValueOrDefault((type, name), None);

    /// <summary>The cell of the field that an instruction names.</summary>
    public int FieldOf(in IlInstruction instruction) => Field(instruction) is { Type: not 0 } field ? Field(field.Type, field.Name) : None;

    /// <summary>The cells of a type's fields.</summary>
    public IReadOnlyList<(string Name, int Cell)> OfType(int type) => _ofType.GetValueOrDefault(type) ?? [];

    /// <summary>The type that an instruction makes an object of, if this module declares it; else 0.</summary>
    public int CreatedType(int constructor) => DeclaringType(MetadataTokens.EntityHandle(constructor));

    /// <summary>Whether the method makes instances of a type: then none of their fields was assigned before.</summary>
    public bool Creates(int type) => _created.Contains(type);

    /// <summary>Whether the method has to do with a field at all.</summary>
    public bool Mentions(int type, string name) => _mentioned.Contains((type, name));

    private void Add((int Type, string Name) field, bool isStored)
    {
        _mentioned.Add(field);
        if (!isStored || !_fields.TryAdd(field, Count))
            return;
        if (!_ofType.TryGetValue(field.Type, out var cells))
            _ofType[field.Type] = cells = [];
        cells.Add((field.Name, Count++));
    }

    private (int Type, string Name) Field(in IlInstruction instruction)
    {
        var handle = MetadataTokens.EntityHandle(instruction.Operand);
        return (DeclaringType(handle), Members.NameOf(_method.Module.Metadata, handle));
    }

    private int DeclaringType(EntityHandle member)
    {
        var metadata = _method.Module.Metadata;
        EntityHandle type = member.Kind switch
        {
            HandleKind.FieldDefinition => metadata.GetFieldDefinition((FieldDefinitionHandle)member).GetDeclaringType(),
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)member).GetDeclaringType(),
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)member).Parent,
            _ => default,
        };
        if (type.Kind == HandleKind.TypeSpecification)
            type = metadata.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(SigTypeProvider.Instance, GenericNames.None).Token;
        return type.Kind == HandleKind.TypeDefinition && !type.IsNil ? MetadataTokens.GetToken(type) : 0;
    }
}
