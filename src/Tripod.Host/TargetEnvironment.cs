using System.Text;
using Tripod.Host.Native;

namespace Tripod.Host;

/// <summary>The target's environment, as it would be without us.</summary>
internal static unsafe class TargetEnvironment
{
    /// <summary>Sets a variable, or removes it with null, for managed code, native code and children.</summary>
    public static void Set(string name, string? value)
    {
        if (OperatingSystem.IsLinux())
            SetNative(name, value);
        // Managed code reads libc's environment until somebody writes to it; only then the runtime has a copy
        // (Environment.GetEnvironmentVariable). To write without need would make it take one.
        if (Environment.GetEnvironmentVariable(name) != value)
            Environment.SetEnvironmentVariable(name, value);
    }

    private static void SetNative(string name, string? value)
    {
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes(name + '\0'))
        fixed (byte* valueBytes = Encoding.UTF8.GetBytes(value + '\0'))
        {
            // both fail for want of memory only; then a child is hooked, finds no handover and runs as it is
            _ = value is null ? Libc.unsetenv(nameBytes) : Libc.setenv(nameBytes, valueBytes, 1);
        }
    }
}
