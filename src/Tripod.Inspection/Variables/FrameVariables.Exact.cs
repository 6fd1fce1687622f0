using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>What the type parameters of a frame's method stand for.</summary>
internal sealed partial class FrameVariables
{
    /// <inheritdoc/>
    public string? ExactName(in FrameContext frame)
    {
        if (frame.Symbols is not { } symbols || symbols.Arity is (0, 0) || frame.IsCollecting || frame.IsPrologOrEpilog ||
            ExactArguments.OfMethod(frame.Dac.Sos.GetMethodName(frame.MethodDesc), symbols) is not null)
            return null;
        return (OfToken(frame, symbols) ?? OfType(frame, _exact.OfThis(frame, symbols), symbols)) is { } exact ? Escape.Text(symbols.NameWith(exact)) : null;
    }

    private static GenericNames? OfToken(in FrameContext frame, MethodSymbols symbols)
    {
        ulong token = ExactTypes.Token(frame);
        return token != 0 && ExactTypes.IsMethod(frame, token, symbols, out _)
            ? ExactArguments.OfMethod(frame.Dac.Sos.GetMethodName(token), symbols)
            : OfType(frame, token, symbols);
    }

    private static GenericNames? OfType(in FrameContext frame, ulong methodTable, MethodSymbols symbols) =>
        ExactTypes.Declaring(frame, methodTable, symbols) is { } type ? ExactArguments.OfType(type.Name, symbols) : null;
}
