using System.Collections;
using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>This process's environment, with what the host in the target needs to know.</summary>
internal sealed class TargetEnvironment
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public TargetEnvironment()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            _variables[(string)variable.Key] = (string)variable.Value!;
    }

    /// <summary>The user's own startup hooks; null if there are none.</summary>
    public string? StartupHooks => _variables.GetValueOrDefault(Handover.HooksVariable);

    /// <summary>Hands over to a host that the target's own entry point starts.</summary>
    public void Add(Handover handover) => _variables[Handover.Variable] = handover.Encode();

    /// <summary>Hands over to a host that the runtime loads before the target, and before the user's own hooks.</summary>
    public void Add(Handover handover, string hook)
    {
        Add(handover);
        _variables[Handover.HooksVariable] = string.IsNullOrEmpty(StartupHooks) ? hook : $"{hook}:{StartupHooks}";
    }

    /// <summary>The same where the user's own hooks would not run, and shall not run now.</summary>
    public void AddAlone(Handover handover, string hook)
    {
        Add(handover);
        _variables[Handover.HooksVariable] = hook;
    }

    public IReadOnlyList<string> ToStrings()
    {
        var strings = new List<string>(_variables.Count);
        foreach (var (name, value) in _variables)
            strings.Add(string.Concat(name, "=", value));
        return strings;
    }
}
