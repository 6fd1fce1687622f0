using Tripod.Native;

namespace Tripod.Launch;

/// <summary>The program image that takes this process's place.</summary>
/// <param name="File">Path of the executable.</param>
/// <param name="Arguments">Its argv, <c>argv[0]</c> included.</param>
/// <param name="Environment">Its environment.</param>
internal sealed record ExecPlan(string File, IReadOnlyList<string> Arguments, TargetEnvironment Environment)
{
    /// <summary>Replaces this process; returns only if that fails.</summary>
    public LaunchException Execute()
    {
        RuntimeFiles.Remove();
        Signal.RestorePipe();
        int errno = Unistd.Execve(File, Arguments, Environment.ToStrings());
        int status = errno == Errno.ENOENT ? ExitStatus.NotFound : ExitStatus.CannotRun;
        return new LaunchException(status, $"cannot execute '{File}': {Errno.Text(errno)}; check that .NET is installed and 'dotnet' is on PATH");
    }
}
