using System.Runtime.InteropServices;

namespace Targets;

/// <summary>How a target and the test that started it keep in step: a line out when it is where it should be, a line in to go on.</summary>
internal static partial class Handshake
{
    private const uint LongestLife = 300;

    /// <summary>
    /// Says on standard output that the target has come to the point named, and bounds its life:
    /// SIGALRM ends it (alarm(2)), without a thread of its own, should the test be gone.
    /// </summary>
    internal static void Reached(string point = "ready")
    {
        _ = Alarm(LongestLife);
        Console.Out.WriteLine(point);
        Console.Out.Flush();
    }

    /// <summary>Waits until the test sends a line or closes standard input.</summary>
    internal static void WaitForWord() => Console.In.ReadLine();

    [LibraryImport("libc", EntryPoint = "alarm")]
    private static partial uint Alarm(uint seconds);
}
