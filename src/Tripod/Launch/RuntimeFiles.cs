namespace Tripod.Launch;

/// <summary>
/// The files that this process's own runtime keeps in the temporary directory for diagnostic tools. A runtime removes
/// them when it ends, but execve ends none: they would stay for ever, and, as the process keeps its id and start time,
/// stand in the way of the target's own, which have the same names.
/// </summary>
/// <remarks>
/// Names: dotnet/runtime, src/native/eventpipe/ds-ipc-pal-socket.c (ipc_transport_get_default_name) and
/// src/coreclr/pal/src/thread/process.cpp (PAL_GetTransportPipeName).
/// </remarks>
internal static class RuntimeFiles
{
    /// <summary>Removes them. What cannot be removed stays: the target runs all the same.</summary>
    public static void Remove()
    {
        string[] patterns = [$"dotnet-diagnostic-{Environment.ProcessId}-*-socket", $"clr-debug-pipe-{Environment.ProcessId}-*"];
        try
        {
            foreach (string pattern in patterns)
                foreach (string file in Directory.EnumerateFileSystemEntries(Path.GetTempPath(), pattern))
                    File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // somebody else's temporary directory, or none
        }
    }
}
