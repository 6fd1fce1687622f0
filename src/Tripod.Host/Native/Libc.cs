using System.Runtime.InteropServices;

namespace Tripod.Host.Native;

/// <summary>The few functions of libc that the runtime's side calls. Strings are UTF-8 and end with a zero.</summary>
internal static unsafe partial class Libc
{
    private const string Name = "libc";

    [LibraryImport(Name, SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);

    [LibraryImport(Name), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int setenv(byte* name, byte* value, int overwrite);

    [LibraryImport(Name), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int unsetenv(byte* name);

    /// <summary>Address of a function, for callers that must not go through the runtime.</summary>
    public static nint Export(string function) =>
        NativeLibrary.GetExport(NativeLibrary.Load(Name, typeof(Libc).Assembly, DllImportSearchPath.SafeDirectories), function);
}
