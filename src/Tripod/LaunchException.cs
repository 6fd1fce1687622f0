namespace Tripod;

/// <summary>The target cannot be started and the user can mend it: one line that names the cure, and the exit status.</summary>
internal sealed class LaunchException(int exitStatus, string message) : Exception(message)
{
    public int ExitStatus { get; } = exitStatus;
}
