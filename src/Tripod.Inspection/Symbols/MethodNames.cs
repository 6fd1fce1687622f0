using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// Turns what the C# compiler made back into what its author wrote. The forms are listed, one by one, in the approved
/// file of the tests: <c>Shop.Cart.Add</c>, <c>Shop.Cart.Add.&lt;lambda&gt;</c>, <c>Shop.Cart.Add.Total</c> for a local
/// function, <c>Main</c> for top-level statements, <c>&lt;script&gt;</c> for a script's top-level code.
/// </summary>
internal static class MethodNames
{
    private const string Lambda = "<lambda>";
    private const string Closure = "<closure>";
    public const string Script = "<script>";
    public const string Submission = "Submission#";
    private const string TopLevel = "<Main>$";

    /// <summary>The readable name of a method.</summary>
    /// <param name="metadata">Metadata of its module.</param>
    /// <param name="method">The method.</param>
    /// <param name="exact">What the type parameters stand for; null for their names.</param>
    /// <exception cref="BadImageFormatException">The metadata is broken.</exception>
    public static MethodName Of(MetadataReader metadata, in MethodDefinition method, GenericNames? exact = null) =>
        Of(DeclaringType.Chain(metadata, method.GetDeclaringType(), exact?.OfType ?? []), metadata.GetString(method.Name), Attributes(metadata, method),
            exact?.OfMethod ?? GenericNames.Of(metadata, method.GetGenericParameters()));

    /// <summary>The accessors of extension properties lack the mark of those of others; beside them is the type that groups them.</summary>
    private static MethodAttributes Attributes(MetadataReader metadata, in MethodDefinition method) =>
        (method.Attributes & MethodAttributes.Static) != 0 && metadata.GetTypeDefinition(method.GetDeclaringType()).GetNestedTypes().Any(nested =>
            MangledName.TryParse(metadata.GetString(metadata.GetTypeDefinition(nested).Name), out var mangled) && mangled.IsExtensionGroup)
            ? method.Attributes | MethodAttributes.SpecialName
            : method.Attributes;

    /// <param name="chain">The declaring types, the outermost first.</param>
    /// <param name="name">The method's name in metadata.</param>
    /// <param name="attributes">The method's attributes.</param>
    /// <param name="parameters">The method's type parameters.</param>
    private static MethodName Of(List<DeclaringType> chain, string name, MethodAttributes attributes, ImmutableArray<string> parameters)
    {
        name = OfForeign(chain, name);
        string mangled = chain[^1].Name + "." + name;
        string type = chain.FindLast(declaring => !declaring.IsCompilersOwn) is { Name: not null } author ? author.SourceName : "";
        var path = new List<string>();
        MethodKind kind = MethodKind.Ordinary;
        ImmutableArray<string> closureParameters = [], ownParameters = parameters;
        // the compiler's own types around the method, from the inside out
        for (; chain.Count > 0 && chain[^1].IsCompilersOwn; chain.RemoveAt(chain.Count - 1))
        {
            _ = MangledName.TryParse(chain[^1].Name, out MangledName own);
            if (own.IsStateMachine && path.Count == 0)
            {
                ownParameters = chain[^1].Parameters;
                kind = AddStateMachine(path, own, name, type);
            }
            else if (own.IsClosure)
                closureParameters = chain[^1].Parameters;
        }
        if (path.Count == 0)
            kind = AddMethod(path, IsClosureConstructor(mangled) ? Closure : name, type, attributes);
        string shortName = path[^1];
        path[^1] = DeclaringType.Named(shortName, ownParameters);
        path[0] = DeclaringType.Named(path[0], closureParameters);
        return new MethodName(Prefix(chain, mangled) + string.Join('.', path), shortName, kind);
    }

    /// <summary>F#'s functions are classes with a method Invoke, its sequences and tasks such with one that goes on.</summary>
    private static string OfForeign(List<DeclaringType> chain, string name)
    {
        if (!chain[^1].IsFSharpClosure)
            return ForeignNames.OfMethod(name.Length > 1 ? name.TrimEnd('@') : name);
        if (name is not ("Invoke" or "DirectInvoke" or "Specialize"))
            return name is "GenerateNext" ? "MoveNext" : name;
        string method = chain[^1].Name[..(chain[^1].Name.LastIndexOf('>') + 1)] + "b__";
        chain[^1] = chain[^1] with { Name = "<>c" };
        return method;
    }

    private static MethodKind AddStateMachine(List<string> path, in MangledName machine, string name, string type)
    {
        AddMangled(path, machine.Inner.Replace('-', '.'), type); // dots are not allowed in the names of types
        // MoveNext is the method itself, the constructor is its beginning, and finally blocks (<>m__Finally1) belong to it
        if (name is not ("MoveNext" or ".ctor") && !name.StartsWith('<'))
            path.Add(MemberNames.Of(name, type, MethodAttributes.SpecialName));
        return MethodKind.StateMachine;
    }

    private static MethodKind AddMethod(List<string> path, string name, string type, MethodAttributes attributes)
    {
        MethodKind kind = MethodKind.Ordinary;
        if (name == Closure)
            path.Add(Closure);
        else if (name.StartsWith('<'))
            kind = AddMangled(path, name, type);
        else
            path.Add(MemberNames.Of(name, type, attributes));
        return kind;
    }

    // <Add>b__0 → Add, <lambda>;  <Add>g__Total|0_0 → Add, Total;  <<Main>$>g__Total|0_0 → Main, Total
    private static MethodKind AddMangled(List<string> path, string name, string type)
    {
        bool isMangled = MangledName.TryParse(name, out MangledName mangled);
        if (isMangled && mangled.Inner.Length == 0 && mangled.IsLambda)
        {
            path.Add(Lambda);
            return MethodKind.Lambda;
        }
        if (!isMangled || mangled.Inner.Length == 0)
        {
            path.Add(MemberNames.Of(name, type, MethodAttributes.SpecialName));
            return MethodKind.Ordinary;
        }
        if (mangled is { Inner: "Initialize" or "Factory", Suffix.Length: 0 })
        {
            path.Add(Script);
            return MethodKind.Ordinary;
        }
        MethodKind inner = AddMangled(path, mangled.Inner, type);
        if (!mangled.IsLambda && !mangled.IsLocalFunction)
            return inner;
        path.Add(mangled.IsLambda ? Lambda : mangled.Target);
        return mangled.IsLambda ? MethodKind.Lambda : MethodKind.LocalFunction;
    }

    private static bool IsClosureConstructor(string mangled) =>
        mangled.StartsWith("<>c", StringComparison.Ordinal) && (mangled.EndsWith("..ctor", StringComparison.Ordinal) || mangled.EndsWith("..cctor", StringComparison.Ordinal));

    // what surrounds top-level code is the compiler's: neither Program nor Submission#0 was written by anyone
    private static string Prefix(List<DeclaringType> chain, string mangled)
    {
        if (chain.Count == 0)
            return "";
        if (chain[0].Name.StartsWith(Submission, StringComparison.Ordinal) || mangled.Contains(TopLevel, StringComparison.Ordinal))
            chain.RemoveAt(0);
        string types = string.Concat(chain.Select(type => type.Written + "."));
        return chain.Count > 0 && chain[0].Namespace.Length > 0 ? chain[0].Namespace + "." + types : types;
    }
}
