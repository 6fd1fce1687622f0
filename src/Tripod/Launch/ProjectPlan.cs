using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>
/// A project or a file-based app, built and started by <c>dotnet run</c> as without Tripod. The host lets the SDK's own
/// processes pass and samples the app alone.
/// </summary>
internal sealed class ProjectPlan : TargetPlan
{
    private readonly string[] _run;

    private ProjectPlan(string path, string[] run)
    {
        Path = path;
        _run = run;
    }

    public override string Path { get; }

    public static ProjectPlan OfProject(string path, string[] arguments) => new(path, ["run", "--project", path, "--", .. arguments]);

    public static ProjectPlan OfFile(string path, string[] arguments) => new(path, ["run", "--file", path, "--", .. arguments]);

    /// <exception cref="LaunchException">There is not one project in the folder (126).</exception>
    public static ProjectPlan OfFolder(string path, string[] arguments)
    {
        string[] projects = Directory.GetFiles(path, "*.*proj");
        return projects.Length switch
        {
            1 => OfProject(projects[0], arguments),
            0 => throw new LaunchException(ExitStatus.CannotRun, $"'{path}' is a directory without a project; give a script, a .dll or an executable in it"),
            _ => throw new LaunchException(ExitStatus.CannotRun, $"'{path}' has {projects.Length} projects; give one of them, such as '{projects.Order(StringComparer.Ordinal).First()}'"),
        };
    }

    public override ExecPlan Sampled(Handover handover) => Hooked(DotnetHost.OfTheUser(), _run, handover);

    public override ExecPlan Unsampled() => Dotnet(DotnetHost.OfTheUser(), _run, new TargetEnvironment());
}
