using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>KeyValuePair and DictionaryEntry: the key may say that the value is a secret.</summary>
internal sealed class KeyValuePairView(string key, string value) : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.Field(key, Secrecy.Open, budget) is not { } name || instance.Field(value, Secrets.Of(name), budget) is not { } content)
            return null;
        return new Composite(instance.Type.Name, [new("Key", name), new("Value", content)]);
    }
}
