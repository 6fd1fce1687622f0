using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>How one kind of target is started, sampled or not.</summary>
internal abstract class TargetPlan
{
    /// <summary>Why this target cannot be sampled, and what to do; null if it can.</summary>
    public virtual string? Obstacle => null;

    /// <summary>The command line with a host in it that samples.</summary>
    public abstract ExecPlan Sampled(Handover handover);

    /// <summary>The command line as if Tripod were not there.</summary>
    public abstract ExecPlan Unsampled();

    /// <summary>argv[0] is the command as a person types it: the target's own <c>/proc/self/cmdline</c> shows it.</summary>
    private protected static ExecPlan Dotnet(string dotnet, IEnumerable<string> arguments, TargetEnvironment environment) =>
        new(dotnet, ["dotnet", .. arguments], environment);
}
