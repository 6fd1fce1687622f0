using System.Collections.Immutable;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>Reads the static fields of one type.</summary>
internal sealed class StaticReader(ClrRuntime runtime, DacProcess dac, ValueReader values, Limits limits)
{
    /// <summary>Whether the target's runtime tells where static fields are.</summary>
    public bool IsPossible => dac.Sos.KnowsStatics;

    /// <summary>The fields that all threads share, or with a thread those that it has for itself; null if there are none.</summary>
    /// <param name="owner">The type.</param>
    /// <param name="name">Its name.</param>
    /// <param name="thread">Address of the runtime's Thread; 0 for none.</param>
    /// <param name="mayBeAtWork">Its static constructor may be running now.</param>
    /// <param name="isCollecting">Objects are being moved.</param>
    public TypeStatics? Read(in StaticOwner owner, string name, ulong thread, bool mayBeAtWork, bool isCollecting)
    {
        var type = StaticType.Read(owner.Module.Metadata, owner.Type);
        StaticField[] wanted = [.. type.Fields.Where(field => field.IsThreadStatic == (thread != 0))];
        if (wanted.Length == 0)
            return null;
        var state = owner.MethodTable == 0 ? ClassState.Unknown : dac.Sos.GetClassState(owner.MethodTable);
        var place = Place(owner, type, thread, state, mayBeAtWork, isCollecting);
        return new TypeStatics
        {
            Type = name,
            HasFailed = state is ClassState.Failed,
            Fields = [.. wanted.Take(limits.Items).Select(field => Read(field, place))],
            Omitted = Math.Max(0, wanted.Length - limits.Items),
        };
    }

    private StaticPlace? Place(in StaticOwner owner, StaticType type, ulong thread, ClassState state, bool mayBeAtWork, bool isCollecting)
    {
        // of a type that can be unloaded the DAC follows no handle, and dereferences null
        if (state is ClassState.Unknown || thread != 0 && runtime.GetTypeByMethodTable(owner.MethodTable) is not { IsCollectible: false })
            return null;
        bool isKnown = thread == 0 ? dac.Sos.TryGetStatics(owner.MethodTable, out var bases) : dac.Sos.TryGetThreadStatics(owner.MethodTable, thread, out bases);
        return isKnown
            ? new(values, bases, dac.Sos.GetFields(owner.MethodTable, type.FieldCount))
            {
                // what it holds before its initialiser runs, it was never given
                OfZero = state is not ClassState.NotYet || !type.HasConstructor ? null : mayBeAtWork ? Value.Unavailable : Value.NotAssigned,
                OfMissing = state is ClassState.NotYet || thread != 0 ? Value.NotAssigned : Value.Unavailable,
                IsCollecting = isCollecting,
            }
            : null;
    }

    private Variable Read(StaticField field, StaticPlace? place)
    {
        var declared = field.Declared;
        var value = place?.Read(field, Secrets.Of(field.Name), new Budget(limits)) ?? Value.Unavailable;
        return new(Escape.Text(field.Name), SigText.Of(declared.Type), NamedTuples.Named(value, declared.Type, declared.Tuples));
    }

    /// <summary>A type with namespace and, if they are known, what its type parameters stand for; escaped.</summary>
    public string NameOf(in StaticOwner owner)
    {
        var metadata = owner.Module.Metadata;
        int arity = metadata.GetTypeDefinition(owner.Type).GetGenericParameters().Count;
        string? exact = arity > 0 && owner.MethodTable != 0 ? runtime.GetTypeByMethodTable(owner.MethodTable)?.Name : null;
        ImmutableArray<string> arguments = exact is null || CSharpNames.IsOpen(exact) ? [] : [.. CSharpNames.Arguments(exact)];
        return Escape.Text(DeclaringType.FullName(DeclaringType.Chain(metadata, owner.Type, arguments.Length == arity ? arguments : [])));
    }
}
