namespace Tripod.Proof.Generation;

/// <summary>Classes and the heads of their members.</summary>
internal sealed partial class MethodWriter
{
    private string Parameters
    {
        get
        {
            List<string> parameters = ["Walk walk", "int site"];
            if (method.Shape is Shape.Recursive)
                parameters.Add("int depth");
            parameters.AddRange(method.Parameters.Select(parameter => parameter.Declaration));
            return string.Join(", ", parameters);
        }
    }

    private string Head => method.Shape switch
    {
        Shape.Async or Shape.AsyncHopping => $"public static async Task<long> Run({Parameters})",
        Shape.AsyncOfString => $"public static async ValueTask<long> Run<T>({Parameters})",
        Shape.AsyncInstance => $"public async Task<long> Run({Parameters})",
        Shape.AsyncIterator => $"public static async IAsyncEnumerable<int> Run({Parameters})",
        Shape.Iterator => $"public static IEnumerable<int> Run({Parameters})",
        Shape.IteratorInstance => $"public IEnumerable<int> Run({Parameters})",
        Shape.GenericOfInt or Shape.GenericOfString or Shape.GenericOfStruct => $"public static long Run<T>({Parameters})",
        Shape.RefReturn => $"public static ref int Run({Parameters})",
        Shape.Constructor => $"public {method.Class}({Parameters})",
        Shape.StaticConstructor => $"static {method.Class}()",
        Shape.Finalizer => $"~{method.Class}()",
        Shape.ModuleInitializer => "[ModuleInitializer] public static void Run()",
        Shape.Operator => $"public static long operator *({method.Class} self, int site)",
        Shape.Indexer => $"public long this[{Parameters}]",
        Shape.Getter or Shape.Setter => "public long Value",
        Shape.Event => "public event Action Changed",
        Shape.Dispose => "public void Dispose()",
        Shape.DefaultInterface => $"long Run({Parameters})",
        Shape.ExplicitInterface => $"long I{method.Class}.Run({Parameters})",
        Shape.Instance or Shape.Struct or Shape.RefStruct or Shape.Record or Shape.GenericClass or Shape.GenericClassOfStruct or Shape.GenericStruct => $"public long Run({Parameters})",
        _ => $"public static long Run({Parameters})",
    };

    /// <summary>Of a member with accessors, the one that is the method.</summary>
    private string? Accessor => method.Shape switch
    {
        Shape.Indexer or Shape.Getter => "get",
        Shape.Setter => "set",
        Shape.Event => "add",
        _ => null,
    };

    private void WriteClass()
    {
        if (method.Shape is Shape.DefaultInterface)
            source.Plain($"{(method.Number % 2 == 0 ? "struct" : "sealed class")} {method.Class}Holder() : {method.Class} {{ public int Id = {method.Number}; }}");
        if (method.Shape is Shape.ExplicitInterface)
            source.Plain($"interface I{method.Class} {{ long Run({Parameters}); }}");
        // without the zeroes that locals begin with
        if (method.Shape is not Shape.DefaultInterface && random.Next(4) == 0)
            source.Plain("[SkipLocalsInit]");
        source.Line(method, Class);
        source.Plain("{");
        if (Fields is { } fields)
            source.Line(method, fields);
    }

    private string Class => method.Shape switch
    {
        Shape.Struct => $"struct {method.Class}",
        Shape.GenericStruct => $"struct {method.Class}<T>",
        Shape.RefStruct => $"ref struct {method.Class}",
        Shape.Record => $"sealed record {method.Class}(int Id)",
        Shape.DefaultInterface => $"interface {method.Class}",
        Shape.ExplicitInterface => $"sealed class {method.Class}(int id) : I{method.Class}",
        Shape.Dispose => $"sealed class {method.Class}(int id) : IDisposable",
        Shape.GenericClass or Shape.GenericClassOfStruct => $"sealed class {method.Class}<T>(int id)",
        Shape.StaticConstructor => $"static class {method.Class}<T>",
        Shape.Constructor or Shape.Finalizer => $"sealed class {method.Class}",
        _ when method.This is not null || method.Shape is Shape.Operator => $"sealed class {method.Class}(int id)",
        _ => $"static class {method.Class}",
    };

    private string? Fields => method.Shape switch
    {
        Shape.Record or Shape.DefaultInterface or Shape.Finalizer => null,
        Shape.Struct or Shape.GenericStruct or Shape.RefStruct => "public int Id;",
        Shape.Constructor => "public long Result;",
        Shape.StaticConstructor => "public static long Value;",
        _ when method.This is not null || method.Shape is Shape.Operator => "public int Id = id;",
        _ => null,
    };
}
