using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>
/// libmscordaccore.so, loaded once and never unloaded: unloading it crashes the process later, because its platform
/// layer leaves thread-local destructors behind.
/// </summary>
internal static unsafe class DacLibrary
{
    private const uint DllProcessAttach = 1;

    private static readonly Dictionary<string, nint> Loaded = [];

    /// <summary>Path of the DAC that was built together with a runtime.</summary>
    public static string PathBeside(string runtimePath) =>
        Path.Combine(Path.GetDirectoryName(runtimePath) ?? "/", "libmscordaccore.so");

    /// <summary>The DAC's <c>CLRDataCreateInstance</c>.</summary>
    /// <exception cref="DllNotFoundException">The library is missing or is not for this machine.</exception>
    public static nint CreateInstanceFunction(string path)
    {
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(path, out nint library))
                Loaded[path] = library = Load(path);
            return NativeLibrary.GetExport(library, "CLRDataCreateInstance");
        }
    }

    private static nint Load(string path)
    {
        nint library = NativeLibrary.Load(path);
        // dlopen runs no DllMain; the DAC's platform layer is initialised by it (dlls/mscordac, DAC_PAL_InitializeDLL).
        var dllMain = (delegate* unmanaged<nint, uint, nint, int>)NativeLibrary.GetExport(library, "DllMain");
        _ = dllMain(library, DllProcessAttach, 0);
        return library;
    }
}
