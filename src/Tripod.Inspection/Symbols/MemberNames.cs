using System.Reflection;
using System.Text;

namespace Tripod.Inspection.Symbols;

/// <summary>Members under the name that C#'s author wrote: constructors, accessors, operators, explicit implementations.</summary>
internal static class MemberNames
{
    private static readonly (string Prefix, string Suffix)[] Accessors =
        [("get_", "get"), ("set_", "set"), ("add_", "add"), ("remove_", "remove")];

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_LessThan"] = "<", ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=", ["op_GreaterThanOrEqual"] = ">=", ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^", ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>", ["op_UnsignedRightShift"] = ">>>",
        ["op_UnaryPlus"] = "+", ["op_UnaryNegation"] = "-", ["op_LogicalNot"] = "!", ["op_OnesComplement"] = "~",
        ["op_Increment"] = "++", ["op_Decrement"] = "--", ["op_True"] = "true", ["op_False"] = "false",
    };

    /// <summary>The name of a member.</summary>
    /// <param name="name">As metadata has it.</param>
    /// <param name="type">Simple name of the declaring type.</param>
    /// <param name="attributes">Of the method; accessors and operators are special names.</param>
    public static string Of(string name, string type, MethodAttributes attributes)
    {
        if (name == ".ctor")
            return type;
        if (name == ".cctor")
            return "static " + type;
        if (IsFinalizer(name, attributes))
            return "~" + type;
        int dot = LastDot(name);
        string member = name[(dot + 1)..];
        if ((attributes & MethodAttributes.SpecialName) != 0)
            member = Special(member);
        return dot <= 0 ? member : WithoutNamespaces(name[..dot]) + "." + member;
    }

    /// <summary>Accessors and operators, known by their prefix alone: names inside compiler-made names have no attributes.</summary>
    public static string Special(string name)
    {
        foreach (var (prefix, suffix) in Accessors)
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length)
                return (name[prefix.Length..] is "Item" ? "this[]" : name[prefix.Length..]) + "." + suffix;
        return name switch
        {
            "op_Implicit" => "implicit operator",
            "op_Explicit" => "explicit operator",
            _ when Operators.TryGetValue(name, out string? symbol) => "operator " + symbol,
            _ => name,
        };
    }

    // an override of Object.Finalize, which C# lets nobody write but as a finaliser
    private static bool IsFinalizer(string name, MethodAttributes attributes) =>
        name == "Finalize"
        && (attributes & MethodAttributes.Virtual) != 0
        && (attributes & MethodAttributes.NewSlot) == 0
        && (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Family;

    private static int LastDot(string name)
    {
        int depth = 0;
        for (int i = name.Length - 1; i > 0; i--)
        {
            depth += name[i] switch { '>' => 1, '<' => -1, _ => 0 };
            if (depth == 0 && name[i] == '.')
                return i;
        }
        return -1;
    }

    // System.Collections.Generic.IEnumerable<Shop.Item> → IEnumerable<Item>
    private static string WithoutNamespaces(string type)
    {
        var result = new StringBuilder(type.Length);
        int start = 0;
        for (int i = 0; i < type.Length; i++)
            if (type[i] is '.')
                result.Length = start;
            else
            {
                result.Append(type[i]);
                if (!char.IsLetterOrDigit(type[i]) && type[i] != '_')
                    start = result.Length;
            }
        return result.ToString();
    }
}
