using System.Reflection;

namespace NoHooks;

/// <summary>Its runtimeconfig.json switches startup hooks off.</summary>
internal static class Program
{
    private const string Switch = "System.StartupHookProvider.IsSupported";

    private static int Main()
    {
        Console.WriteLine($"entry assembly: {Assembly.GetEntryAssembly()}");
        Console.WriteLine($"startup hooks: {AppContext.TryGetSwitch(Switch, out bool isEnabled) && isEnabled} {AppContext.GetData(Switch)}");
        return 6;
    }
}
