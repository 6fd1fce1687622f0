using System.Text;
using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints frames in the layout of Python's tracebacks, with or without arguments and locals.</summary>
internal sealed class FrameText(LineWriter writer)
{
    private const int Indent = 2;

    private readonly ValueText _values = new(writer);
    private readonly StringBuilder _flat = new();

    /// <summary>Where the frame stands, and the line of source.</summary>
    public void Write(Frame frame)
    {
        writer.Indent(Indent).Line($"{Place(frame)}, in {frame.Method}{(frame.MayBeInlined ? " (or a call inlined there)" : "")}");
        if (frame.Source?.Text is { Length: > 0 } text)
            writer.Indent(2 * Indent).Line(text);
    }

    /// <summary>The same, and what the frame's variables are.</summary>
    public void WriteWithVariables(Frame frame)
    {
        Write(frame);
        WriteArguments(frame);
        if (frame.Locals.Count == 0)
            return;
        writer.Indent(2 * Indent).Line("Local variables:");
        foreach (var local in frame.Locals)
        {
            writer.Indent(3 * Indent).Write(local.Name + " = ");
            _values.Write(local.Value, 3 * Indent);
            writer.EndLine();
        }
    }

    /// <summary>File and line; the assembly where no line is known.</summary>
    public static string Place(Frame frame) => frame.Source is { } source
        ? $"File \"{source.File}\", line {Terms.Id(source.Line)}"
        : $"File \"{frame.Assembly ?? "<dynamic>"}\"";

    private void WriteArguments(Frame frame)
    {
        var arguments = Arguments(frame);
        writer.Indent(2 * Indent).Write($"Arguments: {frame.ShortMethod}(");
        if (TryFlat(arguments))
        {
            writer.Write(_flat).Line(")");
            return;
        }
        writer.EndLine();
        for (int i = 0; i < arguments.Count; i++)
            WriteArgument(arguments[i], i + 1 == arguments.Count ? ")" : ",");
        writer.EndFill();
    }

    private void WriteArgument(Variable argument, string after)
    {
        if (Group.Of(argument.Value) is null)
        {
            writer.Fill($"{argument.Name}={Leaf.Text(argument.Value)}{after}", 3 * Indent);
            return;
        }
        writer.EndFill();
        writer.Indent(3 * Indent).Write(argument.Name + "=");
        _values.Write(argument.Value, 3 * Indent, after.Length);
        writer.Line(after);
    }

    private bool TryFlat(IReadOnlyList<Variable> arguments)
    {
        var flat = new FlatValue(_flat.Clear(), LineWriter.Width - writer.Column - 1);
        for (int i = 0; i < arguments.Count; i++)
            if (i > 0 && !flat.TryAppend(", ") || !flat.TryAppend(arguments[i].Name + "=") || !flat.TryAppend(arguments[i].Value))
                return false;
        return true;
    }

    /// <summary>The arguments of a frame. Where none was read the parameters are there all the same: without a value, and it says so.</summary>
    public static IReadOnlyList<Variable> Arguments(Frame frame) => frame.Arguments.Count > 0
        ? frame.Arguments
        : [.. frame.Parameters.Select(name => new Variable(name, "", Value.Unavailable))];
}
