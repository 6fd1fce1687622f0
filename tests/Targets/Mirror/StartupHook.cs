/// <summary>A hook of the user's own, if DOTNET_STARTUP_HOOKS names this program. Name and place are the runtime's contract.</summary>
internal static class StartupHook
{
    public static void Initialize() => Console.WriteLine("the user's hook ran");
}
