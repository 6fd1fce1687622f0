using System.Runtime.InteropServices;

namespace Tripod.Scripting.Tests;

/// <summary><c>unistd.h</c>: makes a file another user's, as root may.</summary>
internal static partial class Ownership
{
    internal static void Give(string path, uint user) => Assert.Equal(0, chown(path, user, user));

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int chown(string pathname, uint owner, uint group);
}
