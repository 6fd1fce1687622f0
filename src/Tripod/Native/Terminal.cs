using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>What stderr is connected to, without System.Console.</summary>
internal static partial class Terminal
{
    /// <summary>Whether a person sees stderr, on a terminal that can erase a line.</summary>
    public static bool IsOnStandardError => isatty(2) == 1 && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    [LibraryImport("libc")]
    private static partial int isatty(int descriptor);
}
