using Microsoft.Win32.SafeHandles;

namespace Tripod.Native;

/// <summary>Descriptor 0 without System.Console.</summary>
internal static class StandardInput
{
    public static Stream Open() => new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 1);
}
