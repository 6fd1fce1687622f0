using System.Text;
using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Tests.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

public class StaticsTests
{
    private static readonly Lazy<Sample> Statics = new(() => Sampled.AtInput("InspectStatics", new InspectionOptions { Statics = true, Limits = new() { Items = 50 } }));

    [Fact]
    public void The_static_fields_of_the_types_on_the_stacks_are_shown_as_approved()
    {
        var text = new StringBuilder().Append(Text(Statics.Value.Statics!, ""));
        foreach (var thread in Statics.Value.Threads.Where(thread => thread.Statics.Count > 0))
            text.Append("thread ").AppendLine(thread.Name ?? thread.Kind.ToString()).Append(Text(thread.Statics, "  "));
        Approved.Equals(text.ToString(), "Variables/Statics");
    }

    private static string Text(IEnumerable<TypeStatics> types, string margin) =>
        string.Concat(types.Select(type => $"{margin}{type.Type}{(type.HasFailed ? " (failed)" : "")}\n" +
            string.Concat(type.Fields.Select(field => $"{margin}  {field.Type} {field.Name} = {ValueText.Of(field.Value)}\n")) +
            (type.Omitted > 0 ? $"{margin}  … {type.Omitted} more\n" : "")));
}
