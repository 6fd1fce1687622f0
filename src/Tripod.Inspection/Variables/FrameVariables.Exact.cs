using System.Buffers.Binary;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Which instantiation runs in code that classes share: it is given a hidden argument, the MethodDesc or MethodTable of
/// the instantiation, or finds it by the type of <c>this</c>.
/// </summary>
internal sealed partial class FrameVariables
{
    /// <inheritdoc/>
    public string? ExactName(in FrameContext frame)
    {
        if (frame.Symbols is not { } symbols || symbols.Arity is (0, 0) || frame.IsCollecting || frame.IsPrologOrEpilog ||
            ExactArguments.OfMethod(frame.Dac.Sos.GetMethodName(frame.MethodDesc), symbols) is not null)
            return null;
        return (OfToken(frame, symbols) ?? OfThis(frame, symbols)) is { } exact ? Escape.Text(symbols.NameWith(exact)) : null;
    }

    /// <summary>The DAC gives some local's value where there is no such argument: what is not of this very method is none.</summary>
    private static GenericNames? OfToken(in FrameContext frame, MethodSymbols symbols)
    {
        if (!frame.Frame.TryGetGenericToken(out var value))
            return null;
        using (value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(ulong)];
            if (value.LocationCount != 1 || !value.TryGetLocation(0, out var location) || location.IsRegister || !value.TryGetBytes(bytes, out int size) || size != bytes.Length)
                return null;
            ulong token = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (token == 0 || token % sizeof(ulong) != 0)
                return null;
            if (frame.Dac.Sos.TryGetMethod(token, out var method) && method.Token == symbols.Token && IsOfSameModule(frame, method.Module))
                return ExactArguments.OfMethod(frame.Dac.Sos.GetMethodName(token), symbols);
            return OfType(frame, token, symbols);
        }
    }

    private GenericNames? OfThis(in FrameContext frame, MethodSymbols symbols)
    {
        if (!symbols.HasThis || symbols.ThisIsValueType)
            return null;
        var slot = new Slot(IsArgument: true, 0);
        using var value = slot.Get(frame.Frame);
        return _reader.Reference(Place.Of(frame, slot, value)) is { } address and not 0 && _values.TryType(address, out var type)
            ? OfType(frame, type.MethodTable, symbols)
            : null;
    }

    /// <summary>From a type, or the one of its base types that declares the method.</summary>
    private static GenericNames? OfType(in FrameContext frame, ulong methodTable, MethodSymbols symbols)
    {
        int declaring = MetadataTokens.GetToken(symbols.DeclaringType);
        var type = frame.Runtime.GetTypeByMethodTable(methodTable);
        for (int i = 0; type is not null && i < DeepestBase; i++, type = type.BaseType)
            if (type.MetadataToken == declaring && type.Module is { } module && IsOfSameModule(frame, module.Address))
                return ExactArguments.OfType(type.Name, symbols);
        return null;
    }

    private static bool IsOfSameModule(in FrameContext frame, ulong module) =>
        frame.Dac.Sos.TryGetMethod(frame.MethodDesc, out var method) && method.Module == module;
}
