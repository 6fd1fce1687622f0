using Tripod.Scripting;
using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>A compiled script, run by the host's own entry point, on the runtime that it was compiled against.</summary>
internal sealed class ScriptPlan(string path, CompiledScript script, string[] arguments) : TargetPlan
{
    public override string Path => path;

    public override ExecPlan Sampled(Handover handover)
    {
        var environment = new TargetEnvironment();
        environment.Add(handover);
        return Dotnet(DotnetHost.Own(), script.Command(Layout.Host, arguments), environment);
    }

    public override ExecPlan Unsampled() => Dotnet(DotnetHost.Own(), script.Command(Layout.Host, arguments), new TargetEnvironment());

    public override void Discard() => script.Discard();
}
