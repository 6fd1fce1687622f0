namespace Tripod.Launch;

/// <summary>Where Tripod's own files lie, from the folder of the command.</summary>
internal static class Layout
{
    /// <summary>The assembly that is loaded into the target; alone in its folder, so that nothing beside it is found by accident.</summary>
    public static string Host => Path.Combine(AppContext.BaseDirectory, "host", "Tripod.Host.dll");

    /// <summary>The command itself, which is also the collector.</summary>
    public static string Command => Path.Combine(AppContext.BaseDirectory, "Tripod.dll");
}
