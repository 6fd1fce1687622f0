using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>sys/mman.h</summary>
internal static unsafe partial class Mman
{
    private const int PROT_READ = 1;
    private const int MAP_SHARED = 1;

    /// <summary>Maps a descriptor's first bytes for reading; null on failure.</summary>
    public static void* MapShared(int descriptor, nuint length)
    {
        void* address = mmap(null, length, PROT_READ, MAP_SHARED, descriptor, 0);
        return address == (void*)-1 ? null : address;
    }

    /// <summary>munmap(2)</summary>
    public static void Unmap(void* address, nuint length) => munmap(address, length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int munmap(void* address, nuint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial void* mmap(void* address, nuint length, int protection, int flags, int descriptor, long offset);
}
