using System.Buffers.Binary;
using Tripod.Inspection.Memory;

namespace Tripod.Launch;

/// <summary>What kind of executable a file is, told by its bytes.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="BundleOffset">Single-file apps: where the bundle's header begins.</param>
internal readonly record struct Executable(ExecutableKind Kind, long BundleOffset = 0)
{
    // SHA-256 of ".net core bundle": the marker behind the bundle offset in every apphost
    // (dotnet/runtime, src/native/corehost/apphost/bundle_marker.cpp).
    private static ReadOnlySpan<byte> BundleMarker =>
    [
        0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32,
        0x13, 0xf5, 0xb9, 0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
    ];

    // What a NativeAOT program exports for debuggers (dotnet/runtime, src/coreclr/nativeaot/Runtime/DebugHeader.cpp).
    private static ReadOnlySpan<byte> NativeAotMarker => "DotNetRuntimeDebugHeader"u8;

    /// <summary>Looks into a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Executable Inspect(string path)
    {
        ReadOnlySpan<byte> image = File.ReadAllBytes(path);
        int marker = image.IndexOf(BundleMarker);
        if (marker >= sizeof(long))
        {
            long bundle = BinaryPrimitives.ReadInt64LittleEndian(image[(marker - sizeof(long))..]);
            return bundle == 0 ? new Executable(ExecutableKind.AppHost) : new Executable(ExecutableKind.SingleFile, bundle);
        }
        if (ElfFile.IsLibrary(image))
            return new Executable(ExecutableKind.Library);
        return new Executable(image.IndexOf(NativeAotMarker) >= 0 ? ExecutableKind.NativeAot : ExecutableKind.Foreign);
    }

    /// <summary>Whether a file is there and marked as executable, for whomever.</summary>
    public static bool MayRun(string path)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);
    }
}
