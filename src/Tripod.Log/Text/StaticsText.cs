using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints static fields, type by type.</summary>
internal sealed class StaticsText(LineWriter writer)
{
    private const int Step = 2;

    private readonly ValueText _values = new(writer);

    /// <summary>The fields of each type below its name.</summary>
    /// <param name="types">The types.</param>
    /// <param name="indent">Where their names begin.</param>
    public void Write(IReadOnlyList<TypeStatics> types, int indent)
    {
        foreach (var type in types)
        {
            writer.Indent(indent).Line(type.HasFailed ? $"{type.Type}, whose static constructor has failed" : type.Type);
            foreach (var field in type.Fields)
            {
                writer.Indent(indent + Step).Write(field.Name + " = ");
                _values.Write(field.Value, indent + Step);
                writer.EndLine();
            }
            if (type.Omitted > 0)
                writer.Indent(indent + Step).Line($"… {Terms.Count(type.Omitted, "more field")}");
        }
    }
}
