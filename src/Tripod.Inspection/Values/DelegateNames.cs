using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Values;

/// <summary>The method that a delegate calls, by its author's name.</summary>
/// <param name="runtime">The target's runtime.</param>
/// <param name="name">A method's readable name, escaped.</param>
internal sealed class DelegateNames(ClrRuntime runtime, Func<ClrMethod, string> name)
{
    private readonly Dictionary<ulong, string?> _ofThisSample = [];

    /// <summary>Forgets: code moves when it is compiled again.</summary>
    public void NewSample() => _ofThisSample.Clear();

    /// <summary>The target of the delegate object whose code lies at <paramref name="code"/>; null if the DAC does not know it.</summary>
    public string? Find(ulong code)
    {
        if (!_ofThisSample.TryGetValue(code, out string? found))
            _ofThisSample[code] = found = runtime.GetMethodByInstructionPointer(code) is { } method ? name(method) : null;
        return found;
    }

    /// <summary>The method with this handle, a MethodDesc; null if the DAC does not know it.</summary>
    public string? OfHandle(ulong methodDesc) => runtime.GetMethodByHandle(methodDesc) is { } method ? name(method) : null;
}
