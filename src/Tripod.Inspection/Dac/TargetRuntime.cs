using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Dac;

/// <summary>The target's runtime, opened once on the first twin and flushed for each later one.</summary>
internal sealed class TargetRuntime : IDisposable
{
    private readonly DataTarget _target;

    private TargetRuntime(DataTarget target, DacProcess dac, ClrRuntime clr, string version)
    {
        _target = target;
        Dac = dac;
        Clr = clr;
        Version = version;
    }

    public DacProcess Dac { get; }

    public ClrRuntime Clr { get; }

    /// <summary>As people call it: <c>.NET 10.0.12</c>.</summary>
    public string Version { get; }

    /// <summary>Opens the DAC that lies beside the target's runtime.</summary>
    /// <exception cref="InspectionException">There is no runtime, or no DAC that fits it.</exception>
    public static TargetRuntime Open(TwinReader reader)
    {
        var target = new DataTarget(reader, new DataTargetOptions { FileLocator = new NoFileLocator() });
        try
        {
            if (target.ClrVersions is not [ClrInfo info, ..])
                throw new InspectionException("the process has no .NET runtime that can be read");
            string path = info.ModuleInfo.FileName;
            DacProcess dac = OpenDac(DacOf(info), reader, info.ModuleInfo.ImageBase);
            target.AddLoadedRuntime(info, dac.Address, dac.Lock);
            return new TargetRuntime(target, dac, info.CreateRuntime(), VersionOf(path, info.Version));
        }
        catch
        {
            target.Dispose(); // whatever it was, the next sample tries again from the start
            throw;
        }
    }

    /// <summary>
    /// Forgets what the last twin held. No object of ClrMD's may be kept over it: a module reads its metadata where the
    /// DAC has copied them to, and the flush frees the copy.
    /// </summary>
    public void Flush() => Clr.FlushCachedData();

    public void Dispose()
    {
        Clr.Dispose();
        _target.Dispose();
        Dac.Dispose();
    }

    /// <summary>Beside the runtime, where it always fits; a single-file program has none, and takes that of the same build.</summary>
    private static string DacOf(ClrInfo info)
    {
        string program = info.ModuleInfo.FileName;
        if (!info.IsSingleFile)
            return DacLibrary.PathBeside(program);
        // of the file beside the program, if there is one, ClrMD tells the program's own build, which no DAC has
        var builds = info.DebuggingLibraries.Where(library => library.Kind == DebugLibraryKind.Dac).Select(library => library.IndexBuildId);
        return InstalledDacs.Find(program, [.. builds])
            ?? throw new InspectionException($"no libmscordaccore.so of its runtime's build is installed: {InstalledDacs.Cure}");
    }

    private static DacProcess OpenDac(string path, TwinReader reader, ulong runtimeBase)
    {
        try
        {
            HResult hr = DacProcess.TryOpen(path, reader, runtimeBase, out DacProcess? dac);
            return dac ?? throw new InspectionException($"the DAC refused the process ({hr})");
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new InspectionException($"{path} is missing or cannot be loaded: install the runtime with its debugging library", e);
        }
    }

    // …/shared/Microsoft.NETCore.App/10.0.12/libcoreclr.so; a self-contained program has it in its own folder
    private static string VersionOf(string path, Version version)
    {
        string folder = Path.GetFileName(Path.GetDirectoryName(path)) ?? "";
        bool isVersion = folder.Length > 0 && char.IsAsciiDigit(folder[0]) && folder.Contains('.', StringComparison.Ordinal);
        return ".NET " + (isVersion ? folder : version.ToString());
    }
}
