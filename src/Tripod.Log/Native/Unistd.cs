using System.Runtime.InteropServices;

namespace Tripod.Log.Native;

/// <summary><c>unistd.h</c></summary>
internal static partial class Unistd
{
    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint Geteuid();

    /// <summary>link(2): fails where something stands at the new path; a symbolic link at the old one is not followed.</summary>
    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Link(string oldpath, string newpath);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Unlink(string pathname);
}
