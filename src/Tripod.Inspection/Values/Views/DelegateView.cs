using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Delegates by the methods that they call (comdelegate.cpp, Delegate.CoreCLR.cs).</summary>
internal sealed class DelegateView : View
{
    public override bool IsLeaf => true;

    public override bool ShowsUnderSecretNames => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("_methodPtr", out ulong code) || !instance.TryRead("_methodPtrAux", out ulong open))
            return null;
        var targets = Targets(instance, budget.Limits.Items, out bool isCut);
        // static methods are called through a stub, and the real code stands in _methodPtrAux
        string names = targets.Count > 0
            ? string.Join(" + ", targets) + (isCut ? " + …" : "")
            : instance.Reader.Methods.Find(open != 0 ? open : code) ?? "?";
        return new Scalar($"{instance.Type.Name}({names})");
    }

    /// <summary>The targets of a delegate with more than one; none for others, whose list is null or a loader's object.</summary>
    private static List<string> Targets(Instance instance, int most, out bool isCut)
    {
        var names = new List<string>();
        isCut = false;
        if (!instance.TryRead("_invocationCount", out long count) || count <= 1 ||
            !instance.TryElements("_invocationList", out var list) || count > list.Length || !list.Type.IsReference)
            return names;
        for (int i = 0; i < Math.Min(count, most); i++)
            if (instance.Reader.Memory.Read(list.Address(i), out ulong address) && instance.Reader.TryType(address, out var type))
            {
                var single = new Instance(instance.Reader, type, address + ValueReader.HeaderSize);
                single.TryRead("_methodPtr", out ulong code);
                single.TryRead("_methodPtrAux", out ulong open);
                names.Add(instance.Reader.Methods.Find(open != 0 ? open : code) ?? "?");
            }
        isCut = count > most;
        return names;
    }
}
