using System.Runtime.InteropServices;

namespace Tripod.Log.Native;

/// <summary><c>stdio.h</c></summary>
internal static partial class Stdio
{
    /// <summary>rename(2): what stands at the new path is replaced in the same instant; no link is followed.</summary>
    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Rename(string oldpath, string newpath);
}
