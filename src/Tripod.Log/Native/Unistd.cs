using System.Runtime.InteropServices;

namespace Tripod.Log.Native;

/// <summary><c>unistd.h</c></summary>
internal static partial class Unistd
{
    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint Geteuid();
}
