namespace Tripod.Host;

internal static class ScriptHost
{
    private static int Main() => 0;
}
