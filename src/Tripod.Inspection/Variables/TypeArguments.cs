using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Method tables of generic arguments. No interface tells them; a method table refers to a table of the dictionaries of
/// its type and of its base types, and the type's own one begins with the arguments (MethodTable::m_pPerInstInfo of
/// methodtable.h, the same in .NET 8 to 10). Each step is proved by the name that must come out.
/// </summary>
internal sealed class TypeArguments(DacProcess dac, IDataReader memory)
{
    private const int PerInstInfo = 0x30;

    /// <summary>Method table of the only generic argument of a value's type, which has no base type with arguments; 0 if it is not known for sure.</summary>
    public ulong Only(in DacValue value)
    {
        using DacType type = value.Type;
        if (type.IsNull)
            return 0;
        string name = CSharpNames.FromReflection(type.Name);
        ulong methodTable = type.MethodTableCandidate;
        return Is(methodTable, name) && memory.Read(methodTable + PerInstInfo, out ulong dictionaries) && memory.Read(dictionaries, out ulong dictionary) &&
            memory.Read(dictionary, out ulong argument) && Is(argument, CSharpNames.OnlyArgument(name)) ? argument : 0;
    }

    private bool Is(ulong methodTable, string name) =>
        methodTable != 0 && methodTable % sizeof(ulong) == 0 && name.Length > 0 && CSharpNames.FromReflection(dac.Sos.GetTypeName(methodTable)) == name;
}
