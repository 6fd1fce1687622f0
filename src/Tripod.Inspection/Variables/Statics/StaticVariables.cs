using System.Reflection.Metadata;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>
/// The static fields of the types whose code is on the stacks of a sample. Frames are shown to it while their variables
/// are read, because only then can it be told to which instantiation of a generic type they belong.
/// </summary>
internal sealed class StaticVariables(StaticOwners owners, StaticReader reader, Limits limits)
{
    private const string Constructor = ".cctor";

    private readonly Dictionary<ulong, HashSet<StaticOwner>> _threads = [];
    private readonly HashSet<(ModuleSymbols, TypeDefinitionHandle)> _constructors = [];

    /// <summary>Forgets the last sample.</summary>
    public void BeginSample()
    {
        _threads.Clear();
        _constructors.Clear();
    }

    /// <summary>A frame of the author's.</summary>
    /// <param name="thread">Address of the runtime's Thread.</param>
    /// <param name="frame">The frame.</param>
    public void Add(ulong thread, in FrameContext frame)
    {
        if (owners.Of(frame) is not { } owner)
            return;
        if (!_threads.TryGetValue(thread, out var types))
            _threads[thread] = types = [];
        types.Add(owner);
        if (frame.Symbols!.MetadataName == Constructor)
            _constructors.Add((owner.Module, owner.Type));
    }

    /// <summary>The sample with the static fields of all types that were added.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="walked">Its threads.</param>
    /// <param name="pending">The state machines of async methods that are on no stack.</param>
    /// <param name="isCollecting">Objects are being moved.</param>
    public Sample AddTo(Sample sample, IReadOnlyList<WalkedThread> walked, IEnumerable<Instance> pending, bool isCollecting)
    {
        if (!reader.IsPossible)
            return sample with { Notes = [.. sample.Notes, "static fields cannot be read: the target's runtime is older than .NET 9"] };
        try
        {
            return Read(sample, walked, pending, isCollecting);
        }
        catch (Exception e) // whatever goes wrong in ClrMD must not cost the variables of the frames, which are not on disk yet
        {
            return sample with { Notes = [.. sample.Notes, $"static fields could not be read: {e.GetType().Name}"] };
        }
    }

    private Sample Read(Sample sample, IReadOnlyList<WalkedThread> walked, IEnumerable<Instance> pending, bool isCollecting)
    {
        // a frame that is not known may be that of a static constructor
        bool isWhole = sample.Threads.Count < limits.Threads && sample.Threads.All(thread => thread.Problem is null && thread.OmittedFrames == 0);
        var types = _threads.Values.SelectMany(types => types).Concat(pending.Select(owners.Of).OfType<StaticOwner>()).Distinct();
        var shared = Read(types, 0, isWhole, isCollecting, out int omitted);
        string[] note = omitted > 0 ? [$"static fields of {omitted} types are left out (limit: {limits.StaticTypes} types)"] : [];
        return sample with
        {
            Statics = shared,
            Threads = [.. sample.Threads.Zip(walked, (stack, thread) => _threads.TryGetValue(thread.Address, out var own)
                ? stack with { Statics = Read(own, thread.Address, isWhole, isCollecting, out _) }
                : stack)],
            Notes = [.. sample.Notes, .. note],
        };
    }

    private List<TypeStatics> Read(IEnumerable<StaticOwner> types, ulong thread, bool isWhole, bool isCollecting, out int omitted)
    {
        var result = new List<TypeStatics>();
        omitted = 0;
        foreach (var (owner, name) in types.Select(owner => (owner, reader.NameOf(owner))).OrderBy(pair => pair.Item2, StringComparer.Ordinal))
            if (result.Count == limits.StaticTypes)
                omitted++;
            else if (reader.Read(owner, name, thread, !isWhole || _constructors.Contains((owner.Module, owner.Type)), isCollecting) is { } read)
                result.Add(read);
        return result;
    }
}
