using System.Text;
using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>
/// Writes a log's lines, and is the last guard before the file: whatever text comes in, no character that
/// <see cref="Escape"/> calls unsafe gets through, and a line ends only in <see cref="EndLine"/>.
/// </summary>
internal sealed class LineWriter(TextWriter output)
{
    /// <summary>The width that values are fitted into, in characters.</summary>
    public const int Width = 100;

    private static readonly string Spaces = new(' ', Width);

    /// <summary>Characters of the line so far.</summary>
    public int Column { get; private set; }

    /// <summary>Columns by which indented lines stand further in.</summary>
    public int Margin { get; set; }

    public LineWriter Write(string text)
    {
        string safe = Escape.Text(text);
        output.Write(safe);
        Column += safe.Length;
        return this;
    }

    public LineWriter Write(StringBuilder text) => Write(text.ToString());

    public LineWriter Indent(int columns)
    {
        for (int left = columns + Margin; left > 0; left -= Width)
            output.Write(Spaces.AsSpan(0, Math.Min(left, Width)));
        Column += columns + Margin;
        return this;
    }

    /// <summary>Puts a word behind the last one if the line has room, else on the next line.</summary>
    public void Fill(string word, int indent)
    {
        if (Column > 0 && Column + 1 + word.Length > Width)
            EndLine();
        if (Column == 0)
            Indent(indent).Write(word);
        else
            Write(" ").Write(word);
    }

    /// <summary>Ends the line if one has begun.</summary>
    public void EndFill()
    {
        if (Column > 0)
            EndLine();
    }

    public void EndLine()
    {
        output.Write('\n');
        Column = 0;
    }

    public void Line(string text) => Write(text).EndLine();
}
