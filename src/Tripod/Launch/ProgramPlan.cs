using Tripod.Wire;

namespace Tripod.Launch;

/// <summary><c>dotnet App.dll args…</c>, with the host loaded by a startup hook.</summary>
internal sealed class ProgramPlan(string path, string[] arguments) : TargetPlan
{
    public override string Path => path;

    public override string? Obstacle => RuntimeConfiguration.Obstacle(System.IO.Path.ChangeExtension(path, RuntimeConfiguration.Extension));

    public override ExecPlan Sampled(Handover handover) => Hooked(DotnetHost.OfTheUser(), [path, .. arguments], handover);

    public override ExecPlan Unsampled() => Dotnet(DotnetHost.OfTheUser(), [path, .. arguments], new TargetEnvironment());
}
