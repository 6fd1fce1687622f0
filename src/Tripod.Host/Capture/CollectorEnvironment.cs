using Tripod.Host.Native;

namespace Tripod.Host.Capture;

/// <summary>
/// The environment that the collector gets: the one the target was started with, without what steers the target's
/// runtime. Read from /proc, because asking <see cref="Environment"/> would make it take a copy, and from then on the
/// target would no longer see what native code sets.
/// </summary>
internal static unsafe class CollectorEnvironment
{
    private const int Most = 4 * 1024 * 1024;

    public static byte** Build(StringBlock strings)
    {
        List<nint> variables = [];
        ReadOnlySpan<byte> rest = Read();
        while (rest.Length > 0)
        {
            int end = rest.IndexOf((byte)0);
            ReadOnlySpan<byte> variable = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (IsForCollector(variable))
                variables.Add((nint)strings.Add(variable));
        }
        variables.Add((nint)strings.Add("DOTNET_EnableDiagnostics=0"u8)); // no diagnostics socket, no debugger threads
        variables.Add((nint)strings.Add("DOTNET_TieredPGO=0"u8)); // no instrumented code: it runs a few hundred times
        variables.Add((nint)strings.Add("DOTNET_gcServer=0"u8));
        return strings.AddArray(variables);
    }

    internal static bool IsForCollector(ReadOnlySpan<byte> variable) =>
        variable.Length > 0
        && !variable.StartsWith("DOTNET_"u8)
        && !variable.StartsWith("CORECLR_"u8)
        && !variable.StartsWith("COMPlus_"u8)
        && !variable.StartsWith("TRIPOD_HANDOVER="u8);

    private static ReadOnlySpan<byte> Read()
    {
        int file = Kernel.Open("/proc/self/environ\0"u8, Fcntl.O_RDONLY);
        if (file < 0)
            return []; // a process that is not dumpable may not read its own: the collector gets along without
        byte[] buffer = new byte[16 * 1024];
        int length = 0;
        while (Kernel.Read(file, buffer.AsSpan(length)) is > 0 and var read)
        {
            length += (int)read;
            if (length == buffer.Length && length < Most)
                Array.Resize(ref buffer, length * 2);
        }
        Kernel.Close(file);
        return buffer.AsSpan(0, length);
    }
}
