using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Method tables of values and of their generic arguments. No interface tells the latter; a method table refers to a
/// table of the dictionaries of its type and of its base types, and the type's own one begins with the arguments
/// (MethodTable::m_pPerInstInfo of methodtable.h, the same in .NET 8 to 10). Each step is proved by the name that must
/// come out.
/// </summary>
internal sealed class TypeHandles(DacProcess dac, IDataReader memory)
{
    private const int PerInstInfo = 0x30;

    /// <summary>Method table of a value's type; 0 if it is not known for sure.</summary>
    /// <param name="value">The value.</param>
    /// <param name="typeName">Its <see cref="DacValue.TypeName"/>.</param>
    public ulong Of(in DacValue value, string typeName)
    {
        using DacType type = value.Type;
        return type.MethodTableCandidate is var methodTable && Is(methodTable, CSharpNames.FromReflection(typeName)) ? methodTable : 0;
    }

    /// <summary>Method table of the only generic argument of a value's type, which has no base type with arguments; 0 if it is not known for sure.</summary>
    /// <param name="value">The value.</param>
    /// <param name="typeName">Its <see cref="DacValue.TypeName"/>.</param>
    public ulong OnlyArgument(in DacValue value, string typeName)
    {
        ulong methodTable = Of(value, typeName);
        return methodTable != 0 && memory.Read(methodTable + PerInstInfo, out ulong dictionaries) && memory.Read(dictionaries, out ulong dictionary) &&
            memory.Read(dictionary, out ulong argument) && Is(argument, CSharpNames.OnlyArgument(CSharpNames.FromReflection(typeName))) ? argument : 0;
    }

    private bool Is(ulong methodTable, string name) =>
        methodTable != 0 && methodTable % sizeof(ulong) == 0 && name.Length > 0 && CSharpNames.FromReflection(dac.Sos.GetTypeName(methodTable)) == name;
}
