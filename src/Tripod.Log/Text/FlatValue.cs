using System.Text;
using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Puts values on one line, as long as they fit: the text that <see cref="ValueText"/> would break into lines.</summary>
/// <param name="text">Where the value is appended.</param>
/// <param name="limit">Length of <paramref name="text"/> at most: beyond it nothing more is looked at.</param>
internal readonly struct FlatValue(StringBuilder text, int limit)
{
    /// <summary>Appends a value; false, and something unfinished appended, if it is too long.</summary>
    public bool TryAppend(Value value)
    {
        if (Group.Of(value) is not { } group)
            return TryAppend(Leaf.Text(value));
        if (!TryAppend(group.Open))
            return false;
        for (int i = 0; i < group.Count; i++)
            if (i > 0 && !TryAppend(", ") || !TryAppendItem(group, i))
                return false;
        if (group.Omitted > 0 && !(group.Count == 0 || TryAppend(", ")) || group.Omitted > 0 && !TryAppend(group.OmittedText))
            return false;
        return TryAppend(group.Close);
    }

    public bool TryAppend(string part)
    {
        if (text.Length + part.Length > limit)
            return false;
        text.Append(part);
        return true;
    }

    private bool TryAppendItem(in Group group, int i)
    {
        if (group.Key(i) is { } key && !(TryAppend(key) && TryAppend(": ")))
            return false;
        return TryAppend(group.Label(i)) && TryAppend(group.Item(i));
    }
}
