using System.Globalization;

namespace Tripod.Inspection.Memory;

/// <summary>One line of /proc/PID/maps (proc_pid_maps(5)).</summary>
/// <param name="Start">First address.</param>
/// <param name="End">First address after it.</param>
/// <param name="IsExecutable">Code may run there.</param>
/// <param name="IsShared">Writes are seen by every process that has mapped it (MAP_SHARED), by a fork too.</param>
/// <param name="IsAccessible">The process itself may read, write or run it.</param>
/// <param name="Path">The file that is mapped; empty for anonymous memory.</param>
internal readonly record struct MappedRange(ulong Start, ulong End, bool IsExecutable, bool IsShared, bool IsAccessible, string Path)
{
    /// <summary>All ranges of a process, in order; empty if they cannot be read, as of a process that is not dumpable.</summary>
    public static List<MappedRange> Read(int pid)
    {
        var ranges = new List<MappedRange>();
        try
        {
            foreach (string line in File.ReadLines($"/proc/{pid}/maps"))
                if (TryParse(line, out MappedRange range))
                    ranges.Add(range);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // gone, or not ours to see
        }
        return ranges;
    }

    private static bool TryParse(ReadOnlySpan<char> line, out MappedRange range)
    {
        range = default;
        int dash = line.IndexOf('-'), space = line.IndexOf(' ');
        if (dash < 0 || space < dash || line.Length < space + 5
            || !ulong.TryParse(line[..dash], NumberStyles.HexNumber, null, out ulong start)
            || !ulong.TryParse(line[(dash + 1)..space], NumberStyles.HexNumber, null, out ulong end))
            return false;
        ReadOnlySpan<char> access = line.Slice(space + 1, 4);
        int slash = line.IndexOf('/');
        range = new MappedRange(start, end, access[2] == 'x', access[3] == 's', !access.StartsWith("---"), slash < 0 ? "" : line[slash..].ToString());
        return true;
    }
}
