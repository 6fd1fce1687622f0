using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mirror;

/// <summary>The environment: what libc has, and what a child of this process gets.</summary>
internal static partial class Surroundings
{
    internal static void Print()
    {
        foreach (string name in (string[])["DOTNET_STARTUP_HOOKS", "TRIPOD_HANDOVER"])
        {
            Program.Print($"libc has {name}", Marshal.PtrToStringUTF8(getenv(name)));
            Program.Print($"the runtime has {name}", Environment.GetEnvironmentVariable(name));
        }
        foreach (string variable in OfChild())
            Program.Print("a child's environment", variable);
    }

    private static string[] OfChild()
    {
        using var child = Process.Start(new ProcessStartInfo("/usr/bin/env", ["-0"]) { RedirectStandardOutput = true })!;
        string[] variables = child.StandardOutput.ReadToEnd().Split('\0');
        child.WaitForExit();
        return [.. variables.Order(StringComparer.Ordinal)];
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);
}
