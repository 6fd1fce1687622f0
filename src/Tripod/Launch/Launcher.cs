using Tripod.Log;
using Tripod.Native;
using Tripod.Samples;
using Tripod.Scripting;
using Tripod.Settings;
using Tripod.Wire;

namespace Tripod.Launch;

/// <summary>From what the user typed to the target in this process's place.</summary>
internal static class Launcher
{
    /// <summary>Starts the target; returns only if it could not be started.</summary>
    /// <exception cref="LaunchException">The target cannot be run.</exception>
    /// <exception cref="TripodException">The log cannot be written where the user wants it.</exception>
    public static int Run(string path, string[] arguments, RunSettings settings)
    {
        var target = Target.Find(path);
        if (target.Kind == TargetKind.Program)
            return Start(new ProgramPlan(target, arguments), target, arguments, settings);
        var compilation = ScriptCompiler.Compile(ScriptSource.FromFile(path), new CompileOptions { HostAssembly = Layout.Host });
        foreach (string diagnostic in compilation.Diagnostics)
            StandardError.WriteLine(diagnostic);
        return compilation.Script is { } script
            ? Start(new ScriptPlan(script, arguments), target, arguments, settings)
            : ExitStatus.CompilationFailed;
    }

    private static int Start(TargetPlan plan, Target target, string[] arguments, RunSettings settings)
    {
        if (!settings.Enabled)
            throw plan.Unsampled().Execute();
        if (Platform.Obstacle ?? plan.Obstacle is { } obstacle)
        {
            StandardError.WriteLine($"[Tripod] Not sampling: {obstacle}");
            throw plan.Unsampled().Execute();
        }
        using var log = NewLog.Create(target, arguments, settings);
        if (!settings.Quiet)
            log.Announce(settings);
        var failure = plan.Sampled(log.Handover(settings)).Execute();
        log.Discard();
        throw failure;
    }
}
