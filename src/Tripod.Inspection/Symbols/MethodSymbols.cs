using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// What metadata, IL and PDB tell of one method. Each part is read when it is first asked for and then kept.
/// A part that cannot be read is empty.
/// </summary>
internal sealed class MethodSymbols
{
    private readonly MethodDefinitionHandle _handle;
    private readonly MethodDefinition _definition;
    private ImmutableArray<SigType> _parameterTypes;
    private ImmutableArray<string> _parameterNames;
    private ImmutableArray<ImmutableArray<string?>> _parameterTuples;
    private ImmutableArray<SigType> _localTypes;
    private ImmutableArray<LocalScope> _scopes;
    private ImmutableArray<LinePoint> _lines;
    private ImmutableArray<ExceptionRegion> _handlers;
    private MethodName? _name;
    private GenericNames? _generics;
    private bool? _thisIsValueType;

    internal MethodSymbols(ModuleSymbols module, MethodDefinitionHandle handle)
    {
        Module = module;
        _handle = handle;
        _definition = module.Metadata.GetMethodDefinition(handle);
        DeclaringType = _definition.GetDeclaringType();
    }

    public ModuleSymbols Module { get; }

    /// <summary>The MethodDef token.</summary>
    public int Token => MetadataTokens.GetToken(_handle);

    public TypeDefinitionHandle DeclaringType { get; }

    /// <summary>The name in metadata: <c>MoveNext</c>, <c>&lt;Add&gt;b__0</c>…</summary>
    public string MetadataName => Module.Metadata.GetString(_definition.Name);

    /// <summary>The method of a state machine that its author's body has become.</summary>
    public bool IsMoveNext => MetadataName == "MoveNext";

    /// <summary>Name in metadata of the type that declares it, without its namespace.</summary>
    public string DeclaringName => Module.Metadata.GetString(Module.Metadata.GetTypeDefinition(DeclaringType).Name);

    /// <summary>The name that the author wrote.</summary>
    public MethodName Name => _name ??= Guarded(() => MethodNames.Of(Module.Metadata, _definition), new MethodName(MetadataName, MetadataName, MethodKind.Ordinary));

    /// <summary>Numbers of type parameters that the declaring type and the method have.</summary>
    public (int OfType, int OfMethod) Arity => Guarded(() => (Generics.OfType.Length, Generics.OfMethod.Length), (0, 0));

    /// <summary>The full name where it is known what the type parameters stand for.</summary>
    public string NameWith(GenericNames exact) => Guarded(() => MethodNames.Of(Module.Metadata, _definition, exact).Full, Name.Full);

    /// <summary>The program's own start: its Main, or what the compiler calls Main with.</summary>
    public bool IsEntryPoint => Module.EntryPoint == Token;

    public bool HasThis => (_definition.Attributes & System.Reflection.MethodAttributes.Static) == 0;

    public bool IsVirtual => (_definition.Attributes & System.Reflection.MethodAttributes.Virtual) != 0;

    /// <summary>Whether it implements a method of this name explicitly.</summary>
    public bool IsExplicit(string name) => MetadataName.EndsWith("." + name, StringComparison.Ordinal);

    /// <summary>A call of it may go to another method.</summary>
    public bool IsOverridable => IsVirtual && (_definition.Attributes & System.Reflection.MethodAttributes.Final) == 0
        && (Module.Metadata.GetTypeDefinition(DeclaringType).Attributes & System.Reflection.TypeAttributes.Sealed) == 0;

    /// <summary>The JIT is free to inline it.</summary>
    public bool IsInlined => (_definition.ImplAttributes & System.Reflection.MethodImplAttributes.NoInlining) == 0;

    /// <summary><c>this</c> is a reference to a struct.</summary>
    public bool ThisIsValueType => _thisIsValueType ??= HasThis && Guarded(IsDeclaredInStruct, false);

    /// <summary>Types of the parameters, <c>this</c> not among them.</summary>
    public ImmutableArray<SigType> ParameterTypes => Cached(ref _parameterTypes, () => _definition.DecodeSignature(SigTypeProvider.Instance, Generics).ParameterTypes);

    /// <summary>Names of the parameters, <c>this</c> not among them; a parameter without a name gets <c>arg</c> and its position.</summary>
    public ImmutableArray<string> ParameterNames => Cached(ref _parameterNames, ReadParameterNames);

    /// <summary>For each parameter the names of the elements of its tuples; empty if it has none.</summary>
    public ImmutableArray<ImmutableArray<string?>> ParameterTuples => Cached(ref _parameterTuples, ReadParameterTuples);

    /// <summary>Names of the parameters that the author wrote: without those by which a local function gets at captured variables.</summary>
    public IEnumerable<string> WrittenParameters =>
        IsFSharpSequence || MakesHolder ? [] : ParameterNames.Where((name, i) => !ForeignNames.IsUnit(name, ParameterTypes[i]) && !(ParameterTypes[i] is { Kind: SigKind.ByRef, Element: { } target } && target.Name.Contains("+<>c", StringComparison.Ordinal)));

    /// <summary>The method by which a sequence of F# goes on: its argument is the compiler's.</summary>
    public bool IsFSharpSequence => MetadataName == "GenerateNext" && Guarded(() => Symbols.DeclaringType.Chain(Module.Metadata, DeclaringType)[^1].IsFSharpClosure, false);

    /// <summary>The constructor of a closure or state machine: nothing in it is the author's, and no variable that it holds is there yet.</summary>
    public bool MakesHolder => MetadataName == ".ctor" && Guarded(() => Symbols.DeclaringType.Chain(Module.Metadata, DeclaringType)[^1].IsCompilersOwn, false);

    /// <summary>For the MoveNext of a state machine the method that starts it, which has the parameters; null without a PDB and for others.</summary>
    public MethodSymbols? Kickoff => Guarded(() => Module.FindKickoff(_handle), null);

    /// <summary>Type of each local slot.</summary>
    public ImmutableArray<SigType> LocalTypes => Cached(ref _localTypes, ReadLocalTypes);

    /// <summary>Scopes of the PDB with the names of locals, outer ones first; empty without a PDB.</summary>
    public ImmutableArray<LocalScope> Scopes => Cached(ref _scopes, () => Module.Pdb is { } pdb ? PdbMethod.Scopes(pdb, _handle) : []);

    /// <summary>Lines by IL offset, in order; empty without a PDB.</summary>
    public ImmutableArray<LinePoint> Lines => Cached(ref _lines, () => Module.ReadLines(_handle));

    /// <summary>The IL; null if there is none.</summary>
    /// <exception cref="BadImageFormatException">The image is broken.</exception>
    /// <exception cref="IOException">The image's file cannot be read any more.</exception>
    public MethodBodyBlock? Body => Module.GetBody(_definition);

    /// <summary>Whether an IL offset lies in a catch, finally or fault block; of an offset that is not known, whether there are any.</summary>
    public bool IsInHandler(int ilOffset)
    {
        if (ilOffset < 0)
            return Handlers.Length > 0;
        foreach (ExceptionRegion region in Handlers)
            if (ilOffset >= region.HandlerOffset && ilOffset < region.HandlerOffset + region.HandlerLength)
                return true;
        return false;
    }

    /// <summary>Whether it has a catch block with a filter.</summary>
    public bool HasFilters => Handlers.Any(region => region.Kind == ExceptionRegionKind.Filter);

    /// <summary>Whether an IL offset lies in the filter of a catch block.</summary>
    public bool IsInFilter(int ilOffset)
    {
        foreach (ExceptionRegion region in Handlers)
            if (region.Kind == ExceptionRegionKind.Filter && ilOffset >= region.FilterOffset && ilOffset < region.HandlerOffset)
                return true;
        return false;
    }

    private ImmutableArray<ExceptionRegion> Handlers => Cached(ref _handlers, () => Body?.ExceptionRegions ?? []);

    private GenericNames Generics => _generics ??= new GenericNames(
        GenericNames.Of(Module.Metadata, Module.Metadata.GetTypeDefinition(DeclaringType).GetGenericParameters()),
        GenericNames.Of(Module.Metadata, _definition.GetGenericParameters()));

    /// <summary>The name that a local slot has at an IL offset; false if the author gave it none there.</summary>
    public bool TryGetLocal(int slot, int ilOffset, out LocalName local)
    {
        // inner scopes come later and win
        for (int i = Scopes.Length - 1; i >= 0; i--)
            if (Scopes[i].Contains(ilOffset))
                foreach (LocalName candidate in Scopes[i].Locals)
                    if (candidate.Slot == slot)
                    {
                        local = candidate;
                        return true;
                    }
        local = default;
        return false;
    }

    /// <summary>The line that an IL offset belongs to: that of the last point at or before it.</summary>
    public bool TryGetLine(int ilOffset, out LinePoint line)
    {
        line = default;
        bool found = false;
        foreach (LinePoint point in Lines)
        {
            if (point.ILOffset > ilOffset)
                break;
            (line, found) = (point, true);
        }
        return found;
    }

    /// <summary>The IL offset at which the next line's begins; the greatest number for the last.</summary>
    public int EndOfStatement(int ilOffset)
    {
        foreach (LinePoint point in Lines)
            if (point.ILOffset > ilOffset)
                return point.ILOffset;
        return int.MaxValue;
    }

    /// <summary>Whether a parameter is an <c>out</c> parameter.</summary>
    /// <param name="position">Its position, <c>this</c> not counted.</param>
    public bool IsOut(int position) => ParameterTypes[position].Kind == SigKind.ByRef && Guarded(
        () => _definition.GetParameters().Select(Module.Metadata.GetParameter).Any(parameter =>
            parameter.SequenceNumber == position + 1 &&
            (parameter.Attributes & (System.Reflection.ParameterAttributes.In | System.Reflection.ParameterAttributes.Out)) == System.Reflection.ParameterAttributes.Out), false);

    /// <summary>Whether the method carries an attribute.</summary>
    /// <param name="fullName">Namespace and name of the attribute's type.</param>
    public bool HasAttribute(string fullName) => Guarded(() => Has(_definition.GetCustomAttributes(), fullName), false);

    /// <summary>Whether the method, or a type that it is declared in, carries an attribute.</summary>
    /// <param name="fullName">Namespace and name of the attribute's type.</param>
    public bool IsUnderAttribute(string fullName) => HasAttribute(fullName) || Guarded(() => IsTypeUnder(fullName), false);

    private bool IsTypeUnder(string fullName)
    {
        for (TypeDefinitionHandle type = DeclaringType; !type.IsNil; type = Module.Metadata.GetTypeDefinition(type).GetDeclaringType())
            if (Has(Module.Metadata.GetTypeDefinition(type).GetCustomAttributes(), fullName))
                return true;
        return false;
    }

    private bool Has(CustomAttributeHandleCollection attributes, string fullName) =>
        attributes.Any(handle => AttributeNames.Of(Module.Metadata, Module.Metadata.GetCustomAttribute(handle)) == fullName);

    private bool IsDeclaredInStruct()
    {
        TypeDefinition type = Module.Metadata.GetTypeDefinition(DeclaringType);
        return TypeNames.OfBase(Module.Metadata, type.BaseType) is "System.ValueType" or "System.Enum";
    }

    private ImmutableArray<string> ReadParameterNames()
    {
        string[] names = new string[ParameterTypes.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = "arg" + i;
        foreach (ParameterHandle handle in _definition.GetParameters())
        {
            Parameter parameter = Module.Metadata.GetParameter(handle);
            if (parameter.SequenceNumber >= 1 && parameter.SequenceNumber <= names.Length && !parameter.Name.IsNil)
                names[parameter.SequenceNumber - 1] = Module.Metadata.GetString(parameter.Name);
        }
        return [.. names];
    }

    private ImmutableArray<ImmutableArray<string?>> ReadParameterTuples()
    {
        var tuples = new ImmutableArray<string?>[ParameterTypes.Length];
        Array.Fill(tuples, []);
        foreach (ParameterHandle handle in _definition.GetParameters())
        {
            Parameter parameter = Module.Metadata.GetParameter(handle);
            if (parameter.SequenceNumber >= 1 && parameter.SequenceNumber <= tuples.Length)
                tuples[parameter.SequenceNumber - 1] = TupleNames.Of(Module.Metadata, parameter.GetCustomAttributes());
        }
        return [.. tuples];
    }

    private ImmutableArray<SigType> ReadLocalTypes()
    {
        StandaloneSignatureHandle signature = Module.GetBody(_definition)?.LocalSignature ?? default;
        return signature.IsNil ? [] : Module.Metadata.GetStandaloneSignature(signature).DecodeLocalSignature(SigTypeProvider.Instance, Generics);
    }

    private static ImmutableArray<T> Cached<T>(ref ImmutableArray<T> field, Func<ImmutableArray<T>> read)
    {
        if (field.IsDefault)
            field = Guarded(read, []);
        return field;
    }

    private static T Guarded<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidCastException or ArgumentException)
        {
            return otherwise; // a broken or replaced image: the parser's ways to say so
        }
    }
}
