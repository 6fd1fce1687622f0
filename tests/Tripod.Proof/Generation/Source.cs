using System.Text;

namespace Tripod.Proof.Generation;

/// <summary>The text of a program as it is written, line by line, together with the answers to it.</summary>
internal sealed class Source(Answers answers)
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public Answers Answers => answers;

    /// <summary>Number of the line that will be written next.</summary>
    public int NextLine { get; private set; } = 1;

    public string Text => _text.ToString();

    /// <summary>Writes a line that belongs to no method; its number.</summary>
    public int Plain(string text)
    {
        if (text.StartsWith('}'))
            _indent--;
        _text.Append(' ', text.Length == 0 ? 0 : 4 * _indent).AppendLine(text);
        if (text.StartsWith('{'))
            _indent++;
        return NextLine++;
    }

    /// <summary>Writes a line of a method; its number.</summary>
    public int Line(Method method, string text, int callee = LineAnswer.None)
    {
        answers.Add(NextLine, new LineAnswer(method.Number, callee));
        return Plain(text);
    }
}
