using Tripod.Inspection;
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
            ExecutableKind.AppHost => ObstacleOf(RuntimeConfiguration.OfFile(RuntimeConfiguration.PathOfExecutable(path))),
            ExecutableKind.SingleFile => ObstacleOfSingleFile(path, RuntimeConfiguration.Of(Bundle.ReadRuntimeConfiguration(path, executable.BundleOffset))),
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

    /// <summary>
    /// A program whose hooks are off could be started as its .dll by a host that is told otherwise, but not as the
    /// process that it expects to be: Environment.ProcessPath, with which programs start themselves again, would be dotnet.
    /// </summary>
    private static string? ObstacleOf(RuntimeConfiguration configuration) => configuration switch
    {
        { TooOld: { } tooOld } => tooOld,
        { SwitchesHooksOff: true, OwnRuntime: not null } => "it was published without support for startup hooks, as trimming does; publish it with StartupHookSupport=true",
        { SwitchesHooksOff: true } => $"its runtimeconfig.json switches startup hooks off; set {RuntimeConfiguration.HooksSwitch} to true, or give its .dll",
        _ => null,
    };

    private static string? ObstacleOfSingleFile(string path, RuntimeConfiguration configuration)
    {
        if (ObstacleOf(configuration) is { } obstacle)
            return obstacle;
        return configuration.OwnRuntime is { } version && !InstalledDacs.MayHave(path, version)
            ? $"its runtime {version} is inside it, and libmscordaccore.so, which reads it, is not on this machine; {InstalledDacs.Cure}"
            : null;
    }
}
