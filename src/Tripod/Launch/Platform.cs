using System.Runtime.InteropServices;

namespace Tripod.Launch;

/// <summary>The systems on which a process can be sampled.</summary>
internal static class Platform
{
    /// <summary>Why this is none of them; null if it is one.</summary>
    public static string? Obstacle =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64
            ? null
            : $"Tripod samples on Linux x64 and arm64 only, and this is {RuntimeInformation.RuntimeIdentifier}; run it there";
}
