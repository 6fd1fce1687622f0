using System.Globalization;
using System.Runtime.InteropServices;

namespace Forbid;

/// <summary>Becomes another program, for which a system call fails. Arguments: number of the call, errno, the command.</summary>
internal static partial class Program
{
    private static int Main(string[] args)
    {
        Seccomp.Forbid(int.Parse(args[0], CultureInfo.InvariantCulture), uint.Parse(args[1], CultureInfo.InvariantCulture));
        _ = execvp(args[2], [.. args[2..], null]);
        throw new InvalidOperationException($"execvp: errno {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int execvp(string file, string?[] arguments);
}
