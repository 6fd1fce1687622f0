using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Names of the runtime's own threads, which have no managed name: the one that the kernel knows (/proc/PID/task/TID/comm).
/// </summary>
internal static class NativeNames
{
    private const string RuntimePrefix = ".NET ";
    private const string BackgroundCollector = ".NET BGC";
    private const string ServerCollector = ".NET Server GC";

    /// <summary>The name of a thread of the runtime, cut by the kernel to 15 bytes; null for all others.</summary>
    public static string? TryGet(int pid, int tid)
    {
        try
        {
            string name = File.ReadAllText($"/proc/{pid}/task/{tid}/comm").TrimEnd('\n');
            return name.StartsWith(RuntimePrefix, StringComparison.Ordinal) ? Escape.Text(name) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it has ended meanwhile
        }
    }

    /// <summary>Whether the name is that of a thread that collects garbage.</summary>
    public static bool IsCollector(string name) =>
        name.StartsWith(BackgroundCollector, StringComparison.Ordinal) || name.StartsWith(ServerCollector, StringComparison.Ordinal);
}
