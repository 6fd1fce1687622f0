using Tripod.Scripting;
using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>A compiled script, run by the host's own entry point, on the runtime that it was compiled against.</summary>
internal sealed class ScriptPlan(CompiledScript script, string[] arguments) : TargetPlan
{
    public override ExecPlan Sampled(Handover handover)
    {
        var environment = new TargetEnvironment();
        environment.Add(handover);
        return Dotnet(DotnetHost.Own(), script.Command(Layout.Host, arguments), environment);
    }

    public override ExecPlan Unsampled() => Dotnet(DotnetHost.Own(), script.Command(Layout.Host, arguments), new TargetEnvironment());
}
