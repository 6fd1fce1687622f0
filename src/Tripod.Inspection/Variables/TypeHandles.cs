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
    public ulong Of(in DacValue value) => Of(value, out _);

    /// <summary>Method table of the only generic argument of a value's type, which has no base type with arguments; 0 if it is not known for sure.</summary>
    public ulong OnlyArgument(in DacValue value)
    {
        ulong methodTable = Of(value, out string name);
        return methodTable != 0 && memory.Read(methodTable + PerInstInfo, out ulong dictionaries) && memory.Read(dictionaries, out ulong dictionary) &&
            memory.Read(dictionary, out ulong argument) && Is(argument, CSharpNames.OnlyArgument(name)) ? argument : 0;
    }

    private ulong Of(in DacValue value, out string name)
    {
        name = "";
        using DacType type = value.Type;
        if (type.IsNull)
            return 0;
        name = CSharpNames.FromReflection(type.Name);
        return type.MethodTableCandidate is var methodTable && Is(methodTable, name) ? methodTable : 0;
    }

    private bool Is(ulong methodTable, string name) =>
        methodTable != 0 && methodTable % sizeof(ulong) == 0 && name.Length > 0 && CSharpNames.FromReflection(dac.Sos.GetTypeName(methodTable)) == name;
}
