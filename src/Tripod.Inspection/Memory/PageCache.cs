using System.Runtime.InteropServices;

namespace Tripod.Inspection.Memory;

/// <summary>
/// Pages of a twin that were read already. The twin is frozen, so a page stays right for the whole sample; with the
/// next one everything is forgotten but the room.
/// </summary>
internal sealed unsafe class PageCache : IDisposable
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 4096;

    private const int PagesPerSlab = 256;
    private const int MostSlabs = 64;
    private const int KeptSlabs = 16;
    private const int Unreadable = -1;

    private readonly Dictionary<ulong, int> _pages = [];
    private readonly List<nint> _slabs = [];
    private int _used;
    private ulong _lastPage = ulong.MaxValue;
    private byte* _last;

    /// <summary>Forgets all pages and keeps a few MB of room for the next sample.</summary>
    public void Clear()
    {
        Forget();
        for (; _slabs.Count > KeptSlabs; _slabs.RemoveAt(_slabs.Count - 1))
            NativeMemory.Free((void*)_slabs[^1]);
    }

    /// <summary>A page by its number; null if it cannot be read. Valid until the next call.</summary>
    public byte* Get(in TwinMemory memory, ulong page)
    {
        if (page == _lastPage)
            return _last;
        if (_pages.TryGetValue(page, out int index))
            return Remember(page, index == Unreadable ? null : At(index));
        if (_used == MostSlabs * PagesPerSlab)
            Forget();
        byte* room = NextRoom();
        bool readable = memory.Read(page * PageSize, new Span<byte>(room, PageSize)) == PageSize;
        _pages[page] = readable ? _used++ : Unreadable;
        return Remember(page, readable ? room : null);
    }

    public void Dispose()
    {
        Forget();
        foreach (nint slab in _slabs)
            NativeMemory.Free((void*)slab);
        _slabs.Clear();
    }

    private void Forget()
    {
        _pages.Clear();
        _used = 0;
        _lastPage = ulong.MaxValue;
    }

    private byte* Remember(ulong page, byte* address)
    {
        _lastPage = page;
        return _last = address;
    }

    private byte* NextRoom()
    {
        if (_used == _slabs.Count * PagesPerSlab)
            _slabs.Add((nint)NativeMemory.Alloc(PagesPerSlab * PageSize));
        return At(_used);
    }

    private byte* At(int index) => (byte*)_slabs[index / PagesPerSlab] + (long)(index % PagesPerSlab) * PageSize;
}
