using System.Buffers.Text;

namespace Tripod.Launch;

/// <summary>
/// The files that this process's own runtime keeps in the temporary directory for diagnostic tools. A runtime removes
/// them when it ends, but execve ends none: they would stay for ever, and, as the process keeps its id and start time,
/// stand in the way of the target's own, which have the same names.
/// </summary>
/// <remarks>
/// Names: dotnet/runtime, src/native/eventpipe/ds-ipc-pal-socket.c (ipc_transport_get_default_name) and
/// src/coreclr/pal/src/thread/process.cpp (PAL_GetTransportPipeName, GetProcessIdDisambiguationKey). They are known to
/// the letter, and not searched for: a temporary directory may hold thousands of files.
/// </remarks>
internal static class RuntimeFiles
{
    private const int StatSize = 1024; // comm has at most 64 characters, and 50 numbers at most 20
    private const int StartTimeField = 22; // proc_pid_stat(5): in clock ticks since the system's start

    /// <summary>Removes them. What cannot be removed stays: the target runs all the same.</summary>
    public static void Remove()
    {
        try
        {
            if (StartTime() is not { } start)
                return;
            string key = Environment.ProcessId + "-" + start;
            string directory = Path.GetTempPath();
            File.Delete(directory + "dotnet-diagnostic-" + key + "-socket");
            File.Delete(directory + "clr-debug-pipe-" + key + "-in");
            File.Delete(directory + "clr-debug-pipe-" + key + "-out");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // somebody else's temporary directory, or no /proc
        }
    }

    /// <summary>When this process started, as the runtime names it; null if the kernel does not tell.</summary>
    private static string? StartTime()
    {
        using var file = File.OpenHandle("/proc/self/stat");
        var bytes = new byte[StatSize];
        ReadOnlySpan<byte> stat = bytes.AsSpan(0, RandomAccess.Read(file, bytes, 0));
        // The second field, the command's name in parentheses, may itself hold blanks and parentheses.
        stat = stat[(stat.LastIndexOf((byte)')') + 1)..];
        for (int field = 2; field < StartTimeField; field++)
            stat = stat[(stat.IndexOf((byte)' ') + 1)..];
        return Utf8Parser.TryParse(stat, out ulong time, out _) ? time.ToString() : null;
    }
}
