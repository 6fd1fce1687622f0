using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>How one kind of target is started, sampled or not.</summary>
internal abstract class TargetPlan
{
    /// <summary>The target as the user named it, for the log and its name.</summary>
    public abstract string Path { get; }

    /// <summary>Why this target cannot be sampled, and what to do; null if it can.</summary>
    public virtual string? Obstacle => null;

    /// <summary>Makes what a sampled start needs beside the command line, before anything is announced.</summary>
    public virtual void Prepare() { }

    /// <summary>The command line with a host in it that samples.</summary>
    public abstract ExecPlan Sampled(Handover handover);

    /// <summary>The command line as if Tripod were not there.</summary>
    public abstract ExecPlan Unsampled();

    /// <summary>Undoes what was prepared for a start that failed.</summary>
    public virtual void Discard() { }

    /// <summary>argv[0] is the command as a person types it: the target's own <c>/proc/self/cmdline</c> shows it.</summary>
    private protected static ExecPlan Dotnet(string dotnet, IEnumerable<string> arguments, TargetEnvironment environment) =>
        new(dotnet, ["dotnet", .. arguments], environment);

    private protected static ExecPlan Hooked(string dotnet, IEnumerable<string> arguments, Handover handover)
    {
        var environment = new TargetEnvironment();
        environment.Add(handover, Layout.Host);
        return Dotnet(dotnet, arguments, environment);
    }
}
