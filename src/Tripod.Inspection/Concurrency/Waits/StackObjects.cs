using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>
/// Finds what the newest frames of a waiting thread refer to. It is what the garbage collector would keep alive, and so
/// as certain as anything: were it wrong, the program would crash.
/// </summary>
internal sealed class StackObjects(DacProcess dac, ContextLayout layout, ContextStore contexts, ValueReader values)
{
    /// <summary>The objects in the frames of the class library that stand above the author's, each once a frame.</summary>
    public List<StackObject> Read(WalkedThread thread)
    {
        var methods = new Dictionary<ulong, string>();
        foreach (WalkedFrame frame in thread.Frames.TakeWhile(frame => frame.Point.IsFramework))
            methods[layout.GetSp(contexts.Get(frame.Context))] = frame.Point.Frame.Method;
        var objects = new List<StackObject>();
        foreach (StackReference reference in dac.Sos.GetStackReferences(thread.OsId))
            if (reference is { IsOfMethod: true, IsObject: true, Object: not 0 } && methods.TryGetValue(reference.StackPointer, out string? method)
                && values.TryType(reference.Object, out TypeLayout? type)
                && !objects.Exists(known => known.Address == reference.Object && known.Method == method))
                objects.Add(new StackObject(reference.Object, new Instance(values, type, reference.Object + ValueReader.HeaderSize), method));
        return objects;
    }
}
