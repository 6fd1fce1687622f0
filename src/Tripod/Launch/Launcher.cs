using System.Globalization;
using Tripod.Collect;
using Tripod.Log;
using Tripod.Native;
using Tripod.Samples;
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
        if (Target.Plan(path, arguments, settings) is not { } plan)
            return ExitStatus.CompilationFailed;
        try
        {
            throw Start(plan, arguments, settings);
        }
        finally
        {
            plan.Discard();
        }
    }

    /// <summary>Returns only if the target could not be started: why.</summary>
    private static LaunchException Start(TargetPlan plan, string[] arguments, RunSettings settings)
    {
        if (!settings.Enabled)
            return plan.Unsampled().Execute();
        if ((Platform.Obstacle ?? plan.Obstacle) is { } obstacle)
        {
            StandardError.WriteLine($"[Tripod] Not sampling '{Escape.Text(plan.Path)}': {Escape.Text(obstacle)}");
            return plan.Unsampled().Execute();
        }
        plan.Prepare();
        string log = LogFile.Create(settings.Output, RunDescription.Of(plan, arguments, settings));
        if (!settings.Quiet)
            Announce(settings.Interval, log);
        var failure = plan.Sampled(Handover(settings, log)).Execute();
        File.Delete(log);
        return failure;
    }

    private static void Announce(TimeSpan interval, string log)
    {
        string seconds = interval.TotalSeconds.ToString("F6", CultureInfo.InvariantCulture);
        StandardError.WriteLine(string.Concat("[Tripod] Sampling every ", seconds, " seconds\n[Tripod] Writing output to: ", Escape.Text(log)));
    }

    private static Handover Handover(RunSettings settings, string log)
    {
        var collect = new CollectArguments(log, settings.StackVars, settings.Statics, settings.Raw, settings.Limits);
        return new Handover(
            settings.Interval, settings.Deadline, [DotnetHost.Own(), Layout.Command, .. collect.ToCommand()], log,
            new TargetEnvironment().StartupHooks);
    }
}
