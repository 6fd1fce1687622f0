using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Tripod.Host.Tests.Zone;

/// <summary>Reads the IL of methods and names everything in it that needs the runtime.</summary>
internal sealed class ZoneInspector : IDisposable
{
    private const MethodImplAttributes Compiled = MethodImplAttributes.AggressiveOptimization | MethodImplAttributes.NoInlining;

    private readonly PEReader _image;
    private readonly MetadataReader _reader;
    private readonly ZoneTypes _types;

    public ZoneInspector(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        _reader = _image.GetMetadataReader();
        _types = new ZoneTypes(_reader);
    }

    /// <summary>Names of the types in a namespace.</summary>
    public IEnumerable<TypeDefinitionHandle> Types(string space) =>
        _reader.TypeDefinitions.Where(handle => _reader.GetString(_reader.GetTypeDefinition(handle).Namespace) == space);

    public IEnumerable<MethodDefinitionHandle> Methods(TypeDefinitionHandle type) => _reader.GetTypeDefinition(type).GetMethods();

    public string Name(TypeDefinitionHandle type) => _reader.GetString(_reader.GetTypeDefinition(type).Name);

    public string Name(MethodDefinitionHandle method) =>
        Name(_reader.GetMethodDefinition(method).GetDeclaringType()) + "." + _reader.GetString(_reader.GetMethodDefinition(method).Name);

    public bool IsClass(TypeDefinitionHandle type) =>
        _reader.GetTypeDefinition(type).BaseType is { Kind: HandleKind.TypeReference } parent
        && _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)parent).Name) == "Object";

    /// <summary>Static fields that are no constants.</summary>
    public IEnumerable<string> StaticFields(TypeDefinitionHandle type) =>
        from handle in _reader.GetTypeDefinition(type).GetFields()
        let field = _reader.GetFieldDefinition(handle)
        where field.Attributes.HasFlag(FieldAttributes.Static) && !field.Attributes.HasFlag(FieldAttributes.Literal)
        select Name(type) + "." + _reader.GetString(field.Name);

    /// <summary>What is wrong with a method; nothing if it may run without a runtime.</summary>
    public IEnumerable<string> Violations(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        if (!method.Attributes.HasFlag(MethodAttributes.Static))
            yield return "is no static method";
        if ((method.ImplAttributes & Compiled) != Compiled)
            yield return "is not compiled by Rules.Method";
        if (method.RelativeVirtualAddress == 0)
        {
            yield return "has no body";
            yield break;
        }
        MethodBodyBlock body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (body.ExceptionRegions.Length > 0)
            yield return "catches";
        if (!body.LocalSignature.IsNil)
        {
            foreach (string local in _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_types, null))
            {
                if (local.Length > 0)
                    yield return "local " + local;
            }
        }
        foreach (string violation in Instructions(body.GetILReader(), _reader.GetTypeDefinition(method.GetDeclaringType()).Namespace))
            yield return violation;
    }

    public void Dispose() => _image.Dispose();

    private List<string> Instructions(BlobReader il, StringHandle space)
    {
        List<string> violations = [];
        bool afterConstant = false;
        while (il.RemainingBytes > 0)
        {
            OpCode code = Opcodes.Read(ref il);
            int operand = Opcodes.ReadOperand(ref il, code);
            string? problem = code.Value switch
            {
                _ when code == OpCodes.Call => Call(operand, space),
                _ when code == OpCodes.Calli => Indirect(operand),
                _ when code == OpCodes.Ldftn => Call(operand, space),
                _ when code == OpCodes.Ldfld || code == OpCodes.Stfld => Field(operand, whole: true),
                _ when code == OpCodes.Ldflda => Field(operand, whole: false),
                _ when Opcodes.Divides(code) => afterConstant ? null : "by what may be 0",
                _ => Opcodes.IsAllowed(code) ? null : "",
            };
            if (problem is not null)
                violations.Add($"{code.Name} {problem}".TrimEnd());
            afterConstant = Opcodes.IsConstant(code, operand) || afterConstant && code.Name!.StartsWith("conv.", StringComparison.Ordinal);
        }
        return violations;
    }

    private string? Call(int token, StringHandle space)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(token);
        if (handle.Kind != HandleKind.MethodDefinition)
            return "of another assembly's method";
        MethodDefinition callee = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
        bool inZone = _reader.GetTypeDefinition(callee.GetDeclaringType()).Namespace.Equals(space);
        return inZone ? null : "of " + Name((MethodDefinitionHandle)handle);
    }

    /// <summary>The kind of call is the low half of a signature's first byte: 0 is a managed one (ECMA-335 II.23.2.3).</summary>
    private string? Indirect(int token)
    {
        var handle = (StandaloneSignatureHandle)MetadataTokens.EntityHandle(token);
        byte convention = _reader.GetBlobReader(_reader.GetStandaloneSignature(handle).Signature).ReadByte();
        return convention == 0 ? null : "through the runtime's transition";
    }

    private string? Field(int token, bool whole)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(token);
        if (handle.Kind != HandleKind.FieldDefinition)
            return "of another assembly's type";
        FieldDefinition field = _reader.GetFieldDefinition((FieldDefinitionHandle)handle);
        if (IsClass(field.GetDeclaringType()))
            return "of an object";
        string type = whole ? field.DecodeSignature(_types, null) : "";
        return type.Length == 0 ? null : "copies " + type;
    }
}
