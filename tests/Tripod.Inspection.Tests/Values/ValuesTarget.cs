using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Values;

/// <summary>The program InspectValues, started, ready and waiting for as long as the tests of a class run.</summary>
public sealed class ValuesTarget : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("tripod-target-");
    private readonly Process _process;
    private readonly TwinReader _memory;
    private readonly TargetRuntime _runtime;
    private readonly ModuleCatalog _modules;

    public ValuesTarget()
    {
        string folder = Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!;
        string program = Path.Combine(folder, "..", "InspectValues", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "InspectValues.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["TMPDIR"] = _temporary.FullName; // a killed runtime leaves its sockets there
        start.Environment["DOTNET_TieredCompilation"] = "0"; // it is no twin: what it compiles in the background changes tables that are being read
        _process = Process.Start(start)!;
        Assert.Equal("ready", _process.StandardOutput.ReadLine());
        // it waits for a line that never comes, so it need not be stopped; ptrace would fight with Process over its SIGCHLD
        var architecture = RuntimeInformation.ProcessArchitecture;
        _memory = new TwinReader(_process.Id, architecture, new ThreadContexts(ContextLayout.For(architecture)!));
        _memory.BeginSample(new() { Number = 1, Time = default, Pause = default, TargetPid = _process.Id, TwinPid = _process.Id, Threads = [] });
        _runtime = TargetRuntime.Open(_memory);
        _modules = new ModuleCatalog(_runtime.Dac, _memory);
        Types = new TypeCatalog(Runtime, _runtime.Dac, _modules);
    }

    internal ClrRuntime Runtime => _runtime.Clr;

    internal TypeCatalog Types { get; }

    internal IDataReader Memory => _memory;

    internal ValueReader Reader(IDataReader? memory = null) =>
        new(Types, memory ?? Memory, new DelegateNames(Runtime, method => Escape.Text($"{method.Type.Name}.{method.Name}")));

    /// <summary>The object in the static field All of a class of the program.</summary>
    internal Instance All(string type, ValueReader reader)
    {
        ulong address = Address(type);
        Assert.True(reader.TryType(address, out var layout));
        return new Instance(reader, layout, address + ValueReader.HeaderSize);
    }

    internal ulong Address(string type)
    {
        var module = Runtime.EnumerateModules().Single(module => Path.GetFileName(module.Name) == "InspectValues.dll");
        var field = module.GetTypeByName("InspectValues." + type)!.GetStaticFieldByName("All")!;
        return field.ReadObject(Runtime.AppDomains[0]).Address;
    }

    /// <summary>The value of a field of such an object.</summary>
    internal Value Value(string type, string field, Limits? limits = null, IDataReader? memory = null)
    {
        var all = All(type, Reader(memory));
        return all.Field(all.Type.Fields.Single(candidate => candidate.Name == field), new Budget(limits ?? new Limits()));
    }

    public void Dispose()
    {
        _modules.Dispose();
        _runtime.Dispose();
        _memory.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _temporary.Delete(recursive: true);
    }
}
