using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// The shared libraries of the target, kept from sample to sample. The map of its memory is read when an address lies
/// in none of them, once a sample at most; that each is still the same is checked when it is first needed in a sample.
/// </summary>
internal sealed class NativeModules(TwinReader reader, RegisterTable registers)
{
    private readonly List<NativeModule> _modules = [];
    private readonly HashSet<NativeModule> _checked = [];
    private bool _isMapRead;

    /// <summary>Another twin is being read from here on.</summary>
    public void BeginSample()
    {
        _checked.Clear();
        _isMapRead = false;
    }

    /// <summary>The library whose code holds an address, among those that are known; null if there is none.</summary>
    public NativeModule? FindKnown(ulong address)
    {
        int low = 0, high = _modules.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_modules[middle].Image.CodeStart <= address)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == 0 || !_modules[low - 1].Contains(address))
            return null;
        NativeModule module = _modules[low - 1];
        if (!_checked.Contains(module) && !module.Image.IsStillThere(reader))
        {
            _modules.Remove(module);
            return null;
        }
        _checked.Add(module);
        return module;
    }

    /// <summary>The library whose code holds an address; null if there is none.</summary>
    public NativeModule? Find(ulong address)
    {
        if (FindKnown(address) is { } known)
            return known;
        if (_isMapRead)
            return null;
        _isMapRead = true;
        ReadMap();
        return FindKnown(address);
    }

    private void ReadMap()
    {
        string path = "";
        ulong start = 0; // of the ranges of one file; the kernel's own library, the vDSO, has no file and one range
        foreach (MappedRange range in reader.ReadMap())
        {
            if (range.Path != path || range.Path.Length == 0)
                (path, start) = (range.Path, range.Start);
            if (range.IsExecutable && FindKnown(range.Start) is null && NativeModule.TryRead(reader, start, registers) is { } module && module.Contains(range.Start))
                Add(module);
        }
    }

    private void Add(NativeModule module)
    {
        int index = _modules.FindIndex(other => other.Image.CodeStart > module.Image.CodeStart);
        _modules.Insert(index < 0 ? _modules.Count : index, module);
        _checked.Add(module);
    }
}
