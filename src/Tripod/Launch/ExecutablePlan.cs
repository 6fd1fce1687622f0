using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>An executable, started as itself: apphost, single-file app, or anything else, which then is not sampled.</summary>
internal sealed class ExecutablePlan : TargetPlan
{
    private readonly string _path;
    private readonly string[] _arguments;

    private ExecutablePlan(string path, string[] arguments, string? obstacle)
    {
        _path = path;
        _arguments = arguments;
        Obstacle = obstacle;
    }

    public override string Path => _path;

    public override string? Obstacle { get; }

    /// <exception cref="LaunchException">The file is nothing that could be started (126).</exception>
    public static ExecutablePlan Of(string path, string[] arguments)
    {
        var executable = Executable.Inspect(path);
        if (executable.Kind == ExecutableKind.Library)
            throw new LaunchException(ExitStatus.CannotRun, $"'{path}' is a native library; give a .csx script or a program");
        if (!Executable.MayRun(path))
            throw new LaunchException(ExitStatus.CannotRun, $"'{path}' is neither a script, a .dll nor an executable file; give a .csx script or a .NET program");
        return new ExecutablePlan(path, arguments, executable.Kind switch
        {
            ExecutableKind.AppHost => RuntimeConfiguration.Obstacle(path + RuntimeConfiguration.Extension),
            ExecutableKind.SingleFile => RuntimeConfiguration.Obstacle(Bundle.ReadRuntimeConfiguration(path, executable.BundleOffset)),
            ExecutableKind.NativeAot => "it is compiled ahead of time and has no runtime to sample; publish it without PublishAot",
            _ => "it is not a .NET program; give a .csx script or a .NET program",
        });
    }

    public override ExecPlan Sampled(Handover handover)
    {
        var environment = new TargetEnvironment();
        environment.Add(handover, Layout.Host);
        return new ExecPlan(_path, [_path, .. _arguments], environment);
    }

    public override ExecPlan Unsampled() => new(_path, [_path, .. _arguments], new TargetEnvironment());
}
