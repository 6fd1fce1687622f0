using System.Text;
using System.Text.Json;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>Writes frames and variables. A value is one text, as the text format has it on one line: bounded, escaped, redacted.</summary>
internal sealed class FrameMembers(Utf8JsonWriter json)
{
    /// <summary>Frames in their order; without variables as long as those are not read.</summary>
    public void Write(IReadOnlyList<Frame> frames, bool hasVariables) => json.Objects("frames", frames, frame => Write(frame, hasVariables));

    /// <summary>The members of one frame.</summary>
    public void Write(Frame frame, bool hasVariables)
    {
        json.Text("method", frame.Method);
        json.Text("file", frame.Source?.File);
        json.Count("line", frame.Source?.Line ?? 0);
        json.Text("source", frame.Source?.Text);
        json.Text("assembly", frame.Assembly);
        json.Flag("may_be_inlined", frame.MayBeInlined);
        if (!hasVariables)
            return;
        Write("arguments", FrameText.Arguments(frame));
        Write("locals", frame.Locals);
    }

    /// <summary>The static fields of types.</summary>
    public void Write(IReadOnlyList<TypeStatics> types) => json.Objects("statics", types, Write);

    /// <summary>The members of one type's static fields.</summary>
    public void Write(TypeStatics type)
    {
        json.Text("type", type.Type);
        json.Flag("has_failed", type.HasFailed);
        Write("fields", type.Fields);
        json.Count("omitted", type.Omitted);
    }

    /// <summary>A value on one line.</summary>
    public static string TextOf(Value value)
    {
        var text = new StringBuilder();
        new FlatValue(text, int.MaxValue).TryAppend(value);
        return text.ToString();
    }

    private void Write(string name, IReadOnlyList<Variable> variables) => json.Objects(name, variables, variable =>
    {
        json.Text("name", variable.Name);
        json.Text("type", variable.Type.Length > 0 ? variable.Type : null);
        json.Text("value", TextOf(variable.Value));
    });
}
