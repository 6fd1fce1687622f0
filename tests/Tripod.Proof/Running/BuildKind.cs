namespace Tripod.Proof.Running;

/// <summary>How a generated program is compiled, by C#'s compiler and then by the JIT.</summary>
/// <param name="Name">As it is called on the command line.</param>
/// <param name="IsOptimised">C#'s compiler optimises.</param>
/// <param name="WarmUp">Seconds after which the code is as the kind wants it.</param>
/// <param name="Environment">Settings of the runtime.</param>
internal sealed record BuildKind(string Name, bool IsOptimised, int WarmUp, IReadOnlyDictionary<string, string> Environment)
{
    public static readonly BuildKind[] All =
    [
        new("debug", false, 0, new Dictionary<string, string>()),
        // nothing is ever called often enough: tier 0 stays, loops too
        new("cold", true, 0, new Dictionary<string, string> { ["DOTNET_TC_CallCounting"] = "0", ["DOTNET_TC_OnStackReplacement"] = "0", ["DOTNET_TC_QuickJitForLoops"] = "1" }),
        // tiered as ever, but at once: tier 1 with what was learnt in tier 0
        new("warm", true, 4, new Dictionary<string, string> { ["DOTNET_TC_CallCountingDelayMs"] = "0", ["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "0" }),
        // optimised from the first call
        new("full", true, 0, new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" }),
        // each loop is replaced on the stack after a few rounds, and what is called often stays in tier 0
        new("osr", true, 0, new Dictionary<string, string>
        {
            ["DOTNET_TC_CallCounting"] = "0",
            ["DOTNET_TC_QuickJitForLoops"] = "1",
            ["DOTNET_TC_OnStackReplacement"] = "1",
            ["DOTNET_TC_OnStackReplacement_InitialCounter"] = "1",
            ["DOTNET_OSR_HitLimit"] = "1",
        }),
    ];
}
