using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Variables.Statics;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Fills in the variables of frames that were found before. A walk is put at each frame by the registers that were
/// kept of it: for all but the newest with garbage in the registers that the callee may have changed, and one
/// instruction back, so that the DAC looks in the middle of the call and not behind it.
/// </summary>
internal sealed class VariableReader(TargetRuntime runtime, TwinReader reader, ContextStore contexts, IFrameVariables variables, StaticVariables? statics)
{
    private readonly ContextLayout _layout = reader.Contexts.Layout;
    private readonly byte[] _context = new byte[reader.Contexts.Layout.Size];
    private readonly byte[] _marked = new byte[reader.Contexts.Layout.Size];
    private CalledMethod? _callee;

    /// <summary>The same thread with the variables of its frames.</summary>
    public ThreadStack Read(WalkedThread thread, bool isCollecting)
    {
        if (thread.Frames.Count == 0 || thread.Stack.IsIdle || !runtime.Dac.TryGetTask(thread.OsId, out DacTask task))
            return thread.Stack;
        using (task)
        {
            if (!task.TryCreateStackWalk(out DacStackWalk walk))
                return thread.Stack;
            using (walk)
            {
                _callee = null;
                var frames = new Frame[thread.Frames.Count];
                for (int i = 0; i < frames.Length; i++)
                    frames[^(i + 1)] = Read(thread.Frames[i], thread.Address, walk, isCollecting);
                return thread.Stack with { Frames = frames, Exception = isCollecting ? null : Exception(task) };
            }
        }
    }

    // The JIT merges equal calls that were inlined on several lines (optTailMerge of fgopt.cpp): the line may be another's.
    private static void Doubt(List<Variable> variables)
    {
        for (int i = 0; i < variables.Count; i++)
            if (variables[i].Value == Value.NotAssigned)
                variables[i] = variables[i] with { Value = Value.Unavailable };
    }

    private Value? Exception(in DacTask task) => task.CurrentException is not 0 and var address ? variables.Object(address) : null;

    private Frame Read(in WalkedFrame walked, ulong thread, in DacStackWalk walk, bool isCollecting)
    {
        CodePoint point = walked.Point;
        CalledMethod? callee = _callee;
        _callee = null;
        contexts.Get(walked.Context).CopyTo(_context);
        if (!walked.IsLeaf)
        {
            _layout.PoisonVolatile(_context);
            _layout.SetIp(_context, _layout.GetIp(_context) - 1);
        }
        if (!walk.TrySetContext(_context) || !walk.TryGetFrame(out DacFrame frame))
            return point.Frame;
        _context.CopyTo(_marked, 0);
        using (frame)
        using (var marked = new MarkedFrame(walk, _layout, _marked))
        using (Witnesses witnesses = walked.IsLeaf ? Witnesses.Call(walk, _layout, _context, reader) : default)
        {
            List<Variable> arguments = [], locals = [];
            var context = new FrameContext
            {
                Frame = frame,
                Witnesses = witnesses,
                Marked = marked,
                Runtime = runtime.Clr,
                Reader = reader,
                Dac = runtime.Dac,
                Address = _layout.GetIp(_marked),
                StackPointer = _layout.GetSp(_marked),
                FramePointer = _layout.TryGetFp(_marked, out ulong fp) ? fp : null,
                MethodDesc = point.MethodDesc,
                Symbols = point.Symbols,
                ILOffset = point.ILOffset,
                IsLeaf = walked.IsLeaf,
                Callee = callee,
                References = [],
                IsPrologOrEpilog = walked.IsLeaf && point.IsPrologOrEpilog,
                IsCollecting = isCollecting,
            };
            variables.Read(context, arguments, locals);
            if (point.Frame.MayBeInlined && !walked.IsLeaf)
            {
                Doubt(arguments);
                Doubt(locals);
            }
            _callee = point.Symbols is { } symbols ? new CalledMethod(symbols, arguments, context.References) : null;
            if (!point.IsFramework)
                statics?.Add(thread, context);
            string? exact = point.IsFramework ? null : variables.ExactName(context);
            return point.Frame with { Method = exact ?? point.Frame.Method, Arguments = arguments, Locals = locals };
        }
    }
}
