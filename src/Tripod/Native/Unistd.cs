using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>unistd.h</summary>
internal static unsafe partial class Unistd
{
    /// <summary>write(2), again after EINTR; −1 on failure.</summary>
    public static nint Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        nint written;
        fixed (byte* first = bytes)
        {
            do
                written = write(descriptor, first, (nuint)bytes.Length);
            while (written < 0 && Errno.Last == Errno.EINTR);
        }
        return written;
    }

    /// <summary>execve(2); returns only on failure, with errno.</summary>
    public static int Execve(string path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        byte* file = (byte*)Marshal.StringToCoTaskMemUTF8(path);
        _ = execve(file, Strings(arguments), Strings(environment));
        return Errno.Last;
    }

    [LibraryImport("libc")]
    public static partial int getppid();

    [LibraryImport("libc")]
    public static partial void _exit(int status);

    // Never freed: the process is replaced, or it ends.
    private static byte** Strings(IReadOnlyList<string> strings)
    {
        var array = (byte**)NativeMemory.AllocZeroed((nuint)strings.Count + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < strings.Count; i++)
            array[i] = (byte*)Marshal.StringToCoTaskMemUTF8(strings[i]);
        return array;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int fd, byte* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int execve(byte* path, byte** argv, byte** envp);
}
