using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>What most views have in common: they open a level and have no elements.</summary>
internal abstract class View : IView
{
    public virtual bool IsLeaf => false;

    public virtual bool ShowsUnderSecretNames => false;

    public abstract Value? Read(Instance instance, Secrecy secrecy, Budget budget);

    public virtual long? Count(Instance instance) => null;

    /// <summary>A count from the target that can be one.</summary>
    protected static bool IsCount(long count, in Elements elements) => count >= 0 && count <= elements.Length;
}
