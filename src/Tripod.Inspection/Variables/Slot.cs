using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Variables;

/// <summary>An argument or local of the IL, in whatever frame of its method.</summary>
/// <param name="IsArgument">An argument, <c>this</c> counted; else a local.</param>
/// <param name="Index">Its number.</param>
internal readonly record struct Slot(bool IsArgument, int Index)
{
    /// <summary>The variable as the DAC sees it in a frame; null if it cannot, or if there is no frame.</summary>
    public DacValue Get(in DacFrame frame)
    {
        DacValue value = default;
        if (!frame.IsNull)
            _ = IsArgument ? frame.TryGetArgument(Index, out value) : frame.TryGetLocal(Index, out value);
        return value;
    }
}
