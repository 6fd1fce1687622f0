using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>A type that declares a method or a type nested in it, with the type parameters that are its own.</summary>
/// <param name="Name">Simple name without arity.</param>
/// <param name="Namespace">Namespace; empty for nested types.</param>
/// <param name="Parameters">Type parameters that it does not repeat from the type around it.</param>
internal readonly record struct DeclaringType(string Name, string Namespace, ImmutableArray<string> Parameters)
{
    /// <summary>A function, sequence or task of F#.</summary>
    public bool IsFSharpClosure { get; init; }

    /// <summary>The type and those around it, the outermost first.</summary>
    /// <param name="metadata">Metadata of its module.</param>
    /// <param name="handle">The type.</param>
    /// <param name="arguments">What its type parameters, and those of the types around it, stand for; empty for their names.</param>
    public static List<DeclaringType> Chain(MetadataReader metadata, TypeDefinitionHandle handle, ImmutableArray<string> arguments = default)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        List<DeclaringType> chain = outer.IsNil ? [] : Chain(metadata, outer, arguments);
        int repeated = chain.Sum(declaring => declaring.Parameters.Length);
        var all = arguments.IsDefaultOrEmpty ? GenericNames.Of(metadata, type.GetGenericParameters()) : arguments[..type.GetGenericParameters().Count];
        var own = all.Skip(repeated);
        string name = ForeignNames.OfType(WithoutArity(metadata.GetString(type.Name))), space = metadata.GetString(type.Namespace);
        bool isFSharpClosure = ForeignNames.IsFSharpClosure(WithoutArity(metadata.GetString(type.Name)), out _);
        // F# puts what belongs to a file, and to none of its types, into a class $File of this namespace
        bool isStartup = space.StartsWith("<StartupCode$", StringComparison.Ordinal);
        chain.Add(new DeclaringType(isStartup ? name.TrimStart('$') : name, isStartup ? "" : space, [.. own]) { IsFSharpClosure = isFSharpClosure });
        return chain;
    }

    /// <summary>A closure, a state machine or an extension group: nothing that the author wrote.</summary>
    public bool IsCompilersOwn =>
        MangledName.TryParse(Name, out var mangled) && (mangled.IsClosure || mangled.IsStateMachine || mangled.IsExtensionGroup);

    /// <summary>As the author wrote it: <c>Repository&lt;T&gt;</c>.</summary>
    public string Written => Named(SourceName, Parameters);

    /// <summary>Its name without type parameters.</summary>
    public string SourceName => MangledName.TryParse(Name, out var mangled)
        ? mangled switch
        {
            { IsFileLocal: true } => mangled.Target,
            { Inner.Length: 0 } when mangled.Suffix.Contains("AnonymousType", StringComparison.Ordinal) => "<anonymous type>",
            _ => Name,
        }
        : Name;

    /// <summary>The type of a chain with its namespace and those around it, as the author wrote them; what surrounds a script nobody wrote.</summary>
    public static string FullName(List<DeclaringType> chain)
    {
        var written = chain[0].Name.StartsWith(MethodNames.Submission, StringComparison.Ordinal) ? chain.Skip(1) : chain;
        string name = string.Join('.', written.Select(type => type.Written));
        return name.Length == 0 ? MethodNames.Script : chain[0].Namespace.Length > 0 ? chain[0].Namespace + "." + name : name;
    }

    /// <summary>A name with type parameters behind it.</summary>
    public static string Named(string name, ImmutableArray<string> parameters) =>
        parameters.IsEmpty ? name : $"{name}<{string.Join(", ", parameters)}>";

    private static string WithoutArity(string name)
    {
        int tick = name.LastIndexOf('`');
        return tick < 0 ? name : name[..tick];
    }
}
