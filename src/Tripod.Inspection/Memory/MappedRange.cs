using System.Globalization;

namespace Tripod.Inspection.Memory;

/// <summary>One line of /proc/PID/maps (proc_pid_maps(5)).</summary>
/// <param name="Start">First address.</param>
/// <param name="End">First address after it.</param>
/// <param name="IsExecutable">Code may run there.</param>
/// <param name="Path">The file that is mapped; empty for anonymous memory.</param>
internal readonly record struct MappedRange(ulong Start, ulong End, bool IsExecutable, string Path)
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
        int slash = line.IndexOf('/');
        range = new MappedRange(start, end, line[space + 3] == 'x', slash < 0 ? "" : line[slash..].ToString());
        return true;
    }
}
