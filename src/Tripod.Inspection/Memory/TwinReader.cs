using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Memory;

/// <summary>
/// Serves memory and threads of the sample's twin to ClrMD and the DAC. There is one for the collector's life; each
/// sample gives it another twin. Memory is never judged by a map of it, which would be stale: it is read or it is not.
/// </summary>
internal sealed unsafe class TwinReader : IDataReader, IDisposable
{
    // longer reads are images or heaps as a whole, which would only push the others out
    private const int MostCachedBytes = 64 * PageCache.PageSize;

    private const uint ElfMagic = 0x464c457f; // elf(5): 0x7f, "ELF"

    private readonly PageCache _cache = new();
    private readonly MemoryKinds _kinds = new();
    private readonly int _targetPid;
    private TwinMemory _memory;
    private List<MappedRange> _map = [];
    private ModuleInfo[]? _modules;
    private ulong _proof;

    public TwinReader(int targetPid, Architecture architecture, ThreadContexts contexts)
    {
        _targetPid = targetPid;
        Architecture = architecture;
        Contexts = contexts;
    }

    public ThreadContexts Contexts { get; }

    public string DisplayName => $"twin of process {_targetPid}";

    public bool IsThreadSafe => false;

    public OSPlatform TargetPlatform => OSPlatform.Linux;

    public Architecture Architecture { get; }

    public int ProcessId => _targetPid;

    public int PointerSize => sizeof(ulong);

    /// <summary>
    /// Whether the twin still has its memory: all that was read of it before is whole. A process that is killed loses
    /// its memory at once (exit_mm in the kernel's kernel/exit.c), its pidfd tells of its end only milliseconds later.
    /// </summary>
    public bool IsIntact => IsReadable(_proof);

    /// <summary>From here on another twin is read.</summary>
    public void BeginSample(CaptureInfo capture)
    {
        _cache.Clear();
        _memory = new TwinMemory(capture.TwinMemory, capture.TwinPid);
        _map = MappedRange.Read(capture.TwinPid) is { Count: > 0 } map ? map : MappedRange.Read(_targetPid);
        _kinds.Set(_map);
        _proof = _map.FirstOrDefault(range => IsReadable(range.Start)).Start;
        Contexts.BeginSample(capture.Threads);
    }

    /// <summary>Memory ranges of the twin in the order of their addresses, read once a sample; empty if they cannot be.</summary>
    public List<MappedRange> ReadMap() => _map;

    /// <summary>The runtime alone: nothing else is asked for, and looking at hundreds of libraries takes time.</summary>
    public IEnumerable<ModuleInfo> EnumerateModules() => _modules ??= FindRuntime();

    public void FlushCachedData()
    {
        // BeginSample does it, before the flush
    }

    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context) => Contexts.TryGet((int)threadID, context);

    public int Read(ulong address, Span<byte> buffer)
    {
        int done = 0;
        while (done < buffer.Length && ReadPart(address + (ulong)done, buffer[done..]) is var count and > 0)
            done += count;
        return done;
    }

    /// <summary>Copies memory that is looked at once, past the cache.</summary>
    public int ReadOnce(ulong address, Span<byte> buffer) => _memory.Read(address, buffer);

    public bool Read<T>(ulong address, out T value) where T : unmanaged
    {
        Unsafe.SkipInit(out value);
        if (Read(address, MemoryMarshal.AsBytes(new Span<T>(ref value))) == sizeof(T))
            return true;
        value = default;
        return false;
    }

    public T Read<T>(ulong address) where T : unmanaged
    {
        _ = Read(address, out T value);
        return value;
    }

    public bool ReadPointer(ulong address, out ulong value) => Read(address, out value);

    public ulong ReadPointer(ulong address) => Read<ulong>(address);

    public void Dispose() => _cache.Dispose();

    private bool IsReadable(ulong address)
    {
        byte first = 0;
        return _memory.Read(address, new Span<byte>(ref first)) > 0;
    }

    private int ReadPart(ulong address, Span<byte> buffer)
    {
        MemoryKind kind = _kinds.Find(address, out ulong end);
        if (end - address < (ulong)buffer.Length)
            buffer = buffer[..(int)(end - address)];
        return kind switch
        {
            MemoryKind.Reserved => 0,
            MemoryKind.Frozen when buffer.Length <= MostCachedBytes => ReadCached(address, buffer),
            _ => _memory.Read(address, buffer),
        };
    }

    private int ReadCached(ulong address, Span<byte> buffer)
    {
        byte* page = _cache.Get(_memory, address / PageCache.PageSize);
        if (page == null)
            return 0;
        int offset = (int)(address % PageCache.PageSize);
        int count = Math.Min(PageCache.PageSize - offset, buffer.Length);
        new ReadOnlySpan<byte>(page + offset, count).CopyTo(buffer);
        return count;
    }

    /// <summary>libcoreclr; or, of a single-file program that brings its runtime, the program itself, into which it is linked.</summary>
    private ModuleInfo[] FindRuntime()
    {
        string program = new FileInfo($"/proc/{_targetPid}/exe").LinkTarget ?? "";
        MappedRange image = default;
        foreach (MappedRange range in ReadMap())
        {
            if (range.Path.EndsWith("/libcoreclr.so", StringComparison.Ordinal))
                return ModuleAt(range);
            if (image.Start == 0 && range.Path == program && Read<uint>(range.Start) == ElfMagic)
                image = range; // assemblies in its bundle are mapped from the same file
        }
        return image.Start == 0 ? [] : ModuleAt(image);
    }

    private ModuleInfo[] ModuleAt(MappedRange range) => ModuleInfo.TryCreate(this, range.Start, range.Path) is { } module ? [module] : [];
}
