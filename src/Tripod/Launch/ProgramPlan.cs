using Tripod.Wire;

namespace Tripod.Launch;

/// <summary><c>dotnet App.dll args…</c>, with the host loaded by a startup hook.</summary>
internal sealed class ProgramPlan(Target target, string[] arguments) : TargetPlan
{
    public override string? Obstacle => RuntimeConfiguration.Obstacle(target.Path);

    public override ExecPlan Sampled(Handover handover)
    {
        var environment = new TargetEnvironment();
        environment.Add(handover, Layout.Host);
        return Dotnet(DotnetHost.OfTheUser(), [target.Path, .. arguments], environment);
    }

    public override ExecPlan Unsampled() => Dotnet(DotnetHost.OfTheUser(), [target.Path, .. arguments], new TargetEnvironment());
}
