using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>Names of the type parameters that a signature may mention.</summary>
internal sealed record GenericNames(ImmutableArray<string> OfType, ImmutableArray<string> OfMethod)
{
    /// <summary>Of a signature whose type parameters are told by their positions.</summary>
    public static GenericNames None { get; } = new([], []);

    public static ImmutableArray<string> Of(MetadataReader metadata, GenericParameterHandleCollection parameters)
    {
        var names = ImmutableArray.CreateBuilder<string>(parameters.Count);
        foreach (GenericParameterHandle handle in parameters)
            names.Add(ForeignNames.OfParameter(metadata.GetString(metadata.GetGenericParameter(handle).Name)));
        return names.MoveToImmutable();
    }
}
