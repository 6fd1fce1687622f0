using System.Text;
using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>
/// Prints values in the manner of Python's pprint: on one line if they fit into the width, else one part a line,
/// two columns further in. What the limits left out is said with its count.
/// </summary>
internal sealed class ValueText(LineWriter writer)
{
    private const int Step = 2;

    // Values are read to a depth of 20 (Limits); this keeps the stack from overflowing whatever comes in.
    private const int DeepestIndent = 100;

    private readonly StringBuilder _flat = new();

    /// <summary>Writes a value where the line stands.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">Where the line begins: parts go further in, the closing bracket comes back there.</param>
    /// <param name="after">Characters that will follow on the last line.</param>
    public void Write(Value value, int indent, int after = 0)
    {
        if (TryFlat(value, after))
            writer.Write(_flat);
        else if (Group.Of(value) is not { } group)
            writer.Write(Leaf.Text(value));
        else if (indent > DeepestIndent)
            writer.Write($"{group.Open}… too deep{group.Close}");
        else
            Break(group, indent);
    }

    private bool TryFlat(Value value, int after)
    {
        _flat.Clear();
        return new FlatValue(_flat, LineWriter.Width - writer.Column - after).TryAppend(value);
    }

    private void Break(in Group group, int indent)
    {
        writer.Write(group.Open).EndLine();
        if (group.IsPlain)
            Fill(group, indent + Step);
        else
            Stack(group, indent + Step);
        if (group.Omitted > 0)
            writer.Indent(indent + Step).Line(group.OmittedText);
        writer.Indent(indent).Write(group.Close);
    }

    private void Stack(in Group group, int indent)
    {
        for (int i = 0; i < group.Count; i++)
        {
            bool isLast = i + 1 == group.Count && group.Omitted == 0;
            writer.Indent(indent);
            if (group.Key(i) is { } key)
            {
                Write(key, indent, 2);
                writer.Write(": ");
            }
            writer.Write(group.Label(i));
            Write(group.Item(i), indent, isLast ? 0 : 1);
            writer.Write(isLast ? "" : ",").EndLine();
        }
    }

    private void Fill(in Group group, int indent)
    {
        for (int i = 0; i < group.Count; i++)
            writer.Fill(Leaf.Text(group.Item(i)) + (i + 1 < group.Count || group.Omitted > 0 ? "," : ""), indent);
        writer.EndFill();
    }
}
