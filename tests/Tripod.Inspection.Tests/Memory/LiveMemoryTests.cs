using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;

namespace Tripod.Inspection.Tests.Memory;

/// <summary>The test's own process stands in for a twin.</summary>
public sealed unsafe partial class LiveMemoryTests : IDisposable
{
    private const int PageSize = 4096;
    private const int PROT_NONE = 0, PROT_READ_WRITE = 3;
    private const int MAP_SHARED = 1, MAP_PRIVATE = 2, MAP_FIXED = 0x10, MAP_ANONYMOUS = 0x20;

    private readonly TwinReader _reader = new(Environment.ProcessId, RuntimeInformation.ProcessArchitecture, new ThreadContexts(ContextLayout.For(RuntimeInformation.ProcessArchitecture)!));

    [Fact]
    public void What_the_runtime_shares_with_the_twin_is_read_afresh_each_time()
    {
        int file = memfd_create("doublemapper", 0);
        Assert.Equal(0, ftruncate(file, PageSize));
        long* word = Map(PROT_READ_WRITE, MAP_SHARED, file);
        Assert.Equal((1, 2), ReadTwice(word));
    }

    [Fact]
    public void What_the_twin_has_for_itself_is_read_once()
    {
        long* word = Map(PROT_READ_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
        Assert.Equal((1, 1), ReadTwice(word));
    }

    [Fact]
    public void Memory_that_was_only_reserved_is_not_read_as_zeros()
    {
        long* word = Map(PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
        BeginSample();
        Assert.False(_reader.Read((ulong)word, out long _));
    }

    [Fact]
    public void A_read_goes_on_from_one_kind_of_memory_into_the_next()
    {
        long* words = Map(PROT_READ_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, pages: 2);
        int file = memfd_create("doublemapper", 0);
        Assert.Equal(0, ftruncate(file, PageSize));
        long* second = words + PageSize / sizeof(long);
        Assert.Equal((nint)second, mmap((nint)second, PageSize, PROT_READ_WRITE, MAP_SHARED | MAP_FIXED, file, 0));
        second[-1] = 5;
        second[0] = 6;
        BeginSample();
        long[] both = new long[2];
        Assert.Equal(2 * sizeof(long), _reader.Read((ulong)(second - 1), MemoryMarshal.AsBytes(both.AsSpan())));
        Assert.Equal([5, 6], both);
    }

    public void Dispose() => _reader.Dispose();

    private (long First, long Second) ReadTwice(long* word)
    {
        *word = 1;
        BeginSample();
        _reader.Read((ulong)word, out long first);
        *word = 2;
        _reader.Read((ulong)word, out long second);
        return (first, second);
    }

    private void BeginSample() => _reader.BeginSample(OwnProcess.Capture);

    // left to the end of the process: unmapped, the address could become another test's
    private static long* Map(int protection, int flags, int file, int pages = 1)
    {
        nint address = mmap(0, (nuint)(pages * PageSize), protection, flags, file, 0);
        Assert.NotEqual(-1, address);
        return (long*)address;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc")]
    private static partial int ftruncate(int file, long length);

    [LibraryImport("libc")]
    private static partial nint mmap(nint address, nuint length, int protection, int flags, int file, long offset);
}
