using System.Collections;
using System.Globalization;

namespace Tripod.Host.Printing;

/// <summary>Names of types as a C# author writes them, without namespaces.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
        [typeof(char)] = "char", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    internal static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsArray)
            return Array(type, null);
        if (type.IsGenericParameter)
            return type.Name;
        // a nested type's arguments include those of the types around it, which come first
        Type[] arguments = type.GetGenericArguments();
        int outer = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        string name = type.Name.Split('`')[0];
        if (arguments.Length > outer)
            name += $"<{string.Join(", ", arguments[outer..].Select(Of))}>";
        return type.IsNested && !IsSubmission(type.DeclaringType!) ? $"{Of(Closed(type.DeclaringType!, arguments[..outer]))}.{name}" : name;
    }

    /// <summary>A collection's type with the number of its items: <c>List&lt;int&gt;(3)</c>, <c>int[2, 2]</c>.</summary>
    internal static string OfCollection(object value) => value switch
    {
        System.Array array => Array(array.GetType(), array),
        ICollection collection => string.Create(CultureInfo.InvariantCulture, $"{Of(value.GetType())}({collection.Count})"),
        _ => Of(value.GetType()),
    };

    /// <summary>C# writes the outermost dimensions first: <c>int[2][,]</c> is an array of two matrices.</summary>
    private static string Array(Type type, Array? sizes)
    {
        string dimensions = "";
        Type element = type;
        for (Array? outermost = sizes; element.IsArray; element = element.GetElementType()!, outermost = null)
        {
            int rank = element.GetArrayRank();
            string inside = outermost is null
                ? new string(',', rank - 1)
                : string.Join(", ", Enumerable.Range(0, rank).Select(outermost.GetLength));
            dimensions += $"[{inside}]";
        }
        return Of(element) + dimensions;
    }

    /// <summary>A script's own types are nested in the class that the compiler makes of the script.</summary>
    private static bool IsSubmission(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static Type Closed(Type type, Type[] arguments) => arguments.Length == 0 ? type : type.MakeGenericType(arguments);
}
