using Tripod.Inspection.Concurrency;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Unwinding;
using Tripod.Inspection.Variables;
using Tripod.Inspection.Variables.Statics;

namespace Tripod.Inspection;

/// <summary>Everything that lives as long as the DAC is open, put together.</summary>
internal sealed class InspectionSession : IDisposable
{
    private readonly ModuleCatalog _modules;
    private readonly CodePoints _points;
    private readonly ContextStore _contexts;
    private readonly ThreadNames _names;
    private readonly NativeModules _native;
    private readonly FrameVariables _values;
    private readonly IFrameVariables? _variables;

    public InspectionSession(TargetRuntime runtime, TwinReader reader, int targetPid, InspectionOptions options, IFrameVariables? variables)
    {
        Runtime = runtime;
        DacProcess dac = runtime.Dac;
        ContextLayout layout = reader.Contexts.Layout;
        _modules = new ModuleCatalog(dac, reader);
        var factory = new FrameFactory(new SourceFiles(), options.Raw);
        _points = new CodePoints(dac, reader, _modules, factory);
        _contexts = new ContextStore(layout.Size);
        RegisterTable registers = RegisterTable.For(reader.Architecture);
        _native = new NativeModules(reader, registers);
        var unwinder = new NativeUnwinder(reader, _native, registers, _points.IsManaged);
        var stretch = new NativeStretch(unwinder, _points, layout);
        _names = new ThreadNames(new ThreadObjects(dac, reader, _modules), reader);
        var frames = new StackWalker(dac, layout, _points, _contexts, stretch, new HijackedReturn(reader, _points, registers), options.Limits.Frames);
        var stacks = new StackFinder(reader.Contexts, _points, unwinder, stretch, frames);
        var walker = new ThreadWalker(targetPid, reader.Contexts, stacks, _names, options.Raw ? null : new SplitFrames(_contexts, layout));
        Stacks = new SampleReader(dac, new ThreadList(dac, targetPid), walker, _modules, options.Limits);
        _values = new FrameVariables(runtime.Clr, dac, reader, _modules, options.Limits);
        _variables = options.Variables ? variables ?? _values : null;
        Statics = options is { Variables: true, Statics: true } ? _values.Statics : null;
        Variables = _variables is null ? null : new VariableReader(runtime, reader, _contexts, _variables, Statics);
        Concurrency = new ConcurrencyReader(runtime, reader, _modules, _contexts, _values, factory, options.Limits);
        Forget();
    }

    public TargetRuntime Runtime { get; }

    public SampleReader Stacks { get; }

    /// <summary>Null if variables are not wanted.</summary>
    public VariableReader? Variables { get; }

    /// <summary>Static fields; null if they are not wanted.</summary>
    public StaticVariables? Statics { get; }

    /// <summary>Waits, deadlocks and pending async work.</summary>
    public ConcurrencyReader Concurrency { get; }

    /// <summary>Another twin is being read from here on.</summary>
    public void BeginSample()
    {
        Runtime.Flush();
        Forget();
    }

    public void Dispose()
    {
        _modules.Dispose();
        Runtime.Dispose();
    }

    private void Forget()
    {
        _modules.BeginSample();
        _points.BeginSample();
        _contexts.Clear();
        _names.BeginSample();
        _native.BeginSample();
        _values.BeginSample();
        if (_variables != _values)
            _variables?.BeginSample();
        Concurrency.BeginSample();
    }
}
