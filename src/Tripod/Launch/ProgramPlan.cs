using Tripod.Wire;

namespace Tripod.Launch;

/// <summary><c>dotnet App.dll args…</c>, with the host loaded by a startup hook.</summary>
internal sealed class ProgramPlan : TargetPlan
{
    private readonly string[] _arguments;
    private readonly string _configurationPath;
    private readonly RuntimeConfiguration _configuration;
    private string? _changed;

    public ProgramPlan(string path, string[] arguments)
    {
        Path = path;
        _arguments = arguments;
        _configurationPath = RuntimeConfiguration.PathOfAssembly(path);
        _configuration = RuntimeConfiguration.OfFile(_configurationPath);
    }

    public override string Path { get; }

    public override string? Obstacle => _configuration.TooOld;

    /// <exception cref="LaunchException">The temporary directory cannot be written (125).</exception>
    public override void Prepare() => _changed = _configuration.SwitchesHooksOff ? HooksSwitchedOn.Write(_configurationPath) : null;

    public override ExecPlan Sampled(Handover handover)
    {
        string dotnet = DotnetHost.OfTheUser();
        if (_changed is null)
            return Hooked(dotnet, [Path, .. _arguments], handover);
        var environment = new TargetEnvironment();
        environment.AddAlone(handover with { RuntimeConfiguration = _changed }, Layout.Host);
        return Dotnet(dotnet, ["exec", "--runtimeconfig", _changed, Path, .. _arguments], environment);
    }

    public override ExecPlan Unsampled() => Dotnet(DotnetHost.OfTheUser(), [Path, .. _arguments], new TargetEnvironment());

    public override void Discard()
    {
        if (System.IO.Path.GetDirectoryName(_changed) is { } folder)
            Directory.Delete(folder, recursive: true);
    }
}
