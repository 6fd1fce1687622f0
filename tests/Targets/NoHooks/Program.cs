using System.Reflection;

namespace NoHooks;

/// <summary>Its runtimeconfig.json switches startup hooks off.</summary>
internal static class Program
{
    private static int Main()
    {
        Console.WriteLine($"entry assembly: {Assembly.GetEntryAssembly()}");
        return 6;
    }
}
