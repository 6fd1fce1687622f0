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

    [Fact]
    public void Nobody_who_does_not_ask_for_static_fields_gets_any()
    {
        Sample sample = Sampled.AtInput("InspectStatics");
        Assert.Null(sample.Statics);
        Assert.All(sample.Threads, thread => Assert.Empty(thread.Statics));
    }

    [Fact]
    public void Types_and_fields_beyond_the_limits_are_counted()
    {
        Sample sample = Sampled.AtInput("InspectStatics", new InspectionOptions { Statics = true, Limits = new() { Items = 2, StaticTypes = 3 } });
        Assert.Equal(["InspectStatics.Broken", "InspectStatics.Collected", "InspectStatics.Generic<T>"], sample.Statics!.Select(type => type.Type));
        Assert.Equal((2, 2), (sample.Statics![0].Fields.Count, sample.Statics[0].Omitted));
        Assert.Contains(sample.Notes, note => note.EndsWith("types are left out (limit: 3 types)", StringComparison.Ordinal));
    }

    private static string Text(IEnumerable<TypeStatics> types, string margin) =>
        string.Concat(types.Select(type => $"{margin}{type.Type}{(type.HasFailed ? " (failed)" : "")}\n" +
            string.Concat(type.Fields.Select(field => $"{margin}  {field.Type} {field.Name} = {ValueText.Of(field.Value)}\n")) +
            (type.Omitted > 0 ? $"{margin}  … {type.Omitted} more\n" : "")));
}
