using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Shows one family of types otherwise than by their fields.</summary>
internal interface IView
{
    /// <summary>It is shown in one word and costs no level of depth.</summary>
    bool IsLeaf { get; }

    /// <summary>It gives nothing away, whatever its name says.</summary>
    bool ShowsUnderSecretNames { get; }

    /// <summary>The value; null if the type has not the fields that the view knows.</summary>
    Value? Read(Instance instance, Secrecy secrecy, Budget budget);

    /// <summary>Number of elements; null if it has none, or the type has not the fields that the view knows.</summary>
    long? Count(Instance instance);
}
