namespace Tripod;

/// <summary>Tripod's own failures before the target starts, as in env(1) and timeout(1); afterwards the status is the target's.</summary>
internal static class ExitStatus
{
    /// <summary>A script did not compile.</summary>
    public const int CompilationFailed = 1;

    /// <summary>Tripod failed or was misused.</summary>
    public const int Failed = 125;

    /// <summary>The target is there and cannot be run.</summary>
    public const int CannotRun = 126;

    /// <summary>The target was not found.</summary>
    public const int NotFound = 127;
}
