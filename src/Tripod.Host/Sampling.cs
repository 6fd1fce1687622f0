using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host;

/// <summary>Where sampling starts: called once, before any code of the target.</summary>
internal static class Sampling
{
    /// <summary>
    /// Takes the handover out of the environment, restores what the user had there, and starts the watchdog. Does
    /// nothing where there is no handover. Throws nothing: what fails is one line on stderr, and the target runs.
    /// </summary>
    internal static void Begin()
    {
        try
        {
            if (Environment.GetEnvironmentVariable(Handover.Variable) is { } text)
                Begin(text);
        }
        catch (Exception exception) // an exception from here would keep the target from running
        {
            Notice.NotSampling("an error of Tripod's own, " + exception.GetType().FullName, "please report it");
        }
    }

    private static void Begin(string text)
    {
        var handover = Handover.Decode(text);
        TargetEnvironment.Set(Handover.Variable, null);
        if (handover is null)
        {
            Notice.NotSampling(Handover.Variable + " is not of this version of Tripod", "install Tripod again");
            return;
        }
        TargetEnvironment.Set(Handover.HooksVariable, handover.StartupHooks);
        RestoreHooksProperty(handover.StartupHooks);
        if (handover.RuntimeConfiguration is { } copy)
            ForgetCopy(copy);
        if (Architecture.TryDetect(out Architecture machine))
            Watchdog.Start(handover, machine);
        else
            Notice.NotSampling("Tripod knows Linux on x64 and arm64 only", "run the target there");
    }

    /// <summary>The target switches startup hooks off, and the runtime has read a copy of its runtimeconfig.json that does not.</summary>
    private static void ForgetCopy(string copy)
    {
        AppContext.SetData("System.StartupHookProvider.IsSupported", "false");
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    /// <summary>The host has put its startup hooks into this property too (hostpolicy_context.cpp); the runtime has read it by now.</summary>
    private static void RestoreHooksProperty(string? hooks)
    {
        const string Property = "STARTUP_HOOKS";
        if (AppContext.GetData(Property) as string != hooks)
            AppContext.SetData(Property, hooks);
    }
}
