using System.Buffers.Binary;
using System.Reflection.Metadata.Ecma335;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Which instantiation runs in code that classes share: it is given a hidden argument, the MethodDesc or MethodTable of
/// the instantiation, or finds it by the type of <c>this</c>.
/// </summary>
internal sealed class ExactTypes(FrameReader reader, ValueReader values)
{
    private const int DeepestBase = 32;
    private const int LongestName = 1000; // the DAC cuts longer ones off

    /// <summary>
    /// The hidden argument; 0 if there is none. The DAC gives some local's value where there is no such argument: what is
    /// not of this very method is none.
    /// </summary>
    public static ulong Token(in FrameContext frame)
    {
        if (!frame.Frame.TryGetGenericToken(out var value))
            return 0;
        using (value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            if (value.LocationCount != 1 || !value.TryGetLocation(0, out var location) || location.IsRegister || !value.TryGetBytes(bytes, out int size) || size != bytes.Length)
                return 0;
            ulong token = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            return token % sizeof(ulong) == 0 ? token : 0;
        }
    }

    /// <summary>Whether a hidden argument is the frame's method as it was instantiated.</summary>
    public static bool IsMethod(in FrameContext frame, ulong token, MethodSymbols symbols, out DacMethodDesc method) =>
        frame.Dac.Sos.TryGetMethod(token, out method) && method.Token == symbols.Token && IsOfSameModule(frame, method.Module);

    /// <summary>Method table of the object that <c>this</c> refers to; 0 if that is not known.</summary>
    public ulong OfThis(in FrameContext frame, MethodSymbols symbols) =>
        This(frame, symbols) is { } address and not 0 && values.TryType(address, out var type) ? type.MethodTable : 0;

    /// <summary>The object that <c>this</c> refers to; null if it is not known, or is a struct.</summary>
    public ulong? This(in FrameContext frame, MethodSymbols symbols)
    {
        if (!symbols.HasThis || symbols.ThisIsValueType || frame.IsCollecting)
            return null;
        var slot = new Slot(IsArgument: true, 0);
        using var value = slot.Get(frame.Frame);
        return reader.Reference(reader.Find(frame, slot, value));
    }

    /// <summary>A type, or the one of its base types that declares the frame's method; null if none does.</summary>
    public static ClrType? Declaring(in FrameContext frame, ulong methodTable, MethodSymbols symbols) =>
        frame.Dac.Sos.TryGetMethod(frame.MethodDesc, out var method)
            ? Base(frame.Runtime, methodTable, method.Module, MetadataTokens.GetToken(symbols.DeclaringType))
            : null;

    /// <summary>A type, or the one of its base types that has a TypeDef token in a module; null if none has.</summary>
    public static ClrType? Base(ClrRuntime runtime, ulong methodTable, ulong module, int token)
    {
        var type = methodTable == 0 ? null : runtime.GetTypeByMethodTable(methodTable);
        for (int i = 0; type is not null && i < DeepestBase; i++, type = type.BaseType)
            if (type.MetadataToken == token && type.Module?.Address == module)
                return type;
        return null;
    }

    /// <summary>Method table of the very type that declares the frame's method; 0 if that cannot be told.</summary>
    public ulong MethodTable(in FrameContext frame, in DacMethodDesc method, MethodSymbols symbols)
    {
        if (IsExact(frame.Dac, method.MethodTable))
            return method.MethodTable;
        if (frame.IsPrologOrEpilog)
            return 0;
        ulong token = Token(frame);
        ulong found = token != 0 && IsMethod(frame, token, symbols, out var exact) ? exact.MethodTable
            : (Declaring(frame, token, symbols) ?? Declaring(frame, OfThis(frame, symbols), symbols))?.MethodTable ?? 0;
        return IsExact(frame.Dac, found) ? found : 0;
    }

    /// <summary>Whether a method table is that of one type alone: not of an instantiation that classes share.</summary>
    public static bool IsExact(DacProcess dac, ulong methodTable) =>
        methodTable != 0 && dac.Sos.GetTypeName(methodTable) is { Length: > 0 and < LongestName } name && !name.Contains(ExactArguments.Canon, StringComparison.Ordinal);

    private static bool IsOfSameModule(in FrameContext frame, ulong module) =>
        frame.Dac.Sos.TryGetMethod(frame.MethodDesc, out var method) && method.Module == module;
}
