using System.Globalization;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Extremes;

public class ExtremesTests
{
    // what a dozen ordinary variables take is some hundred kB
    private const long MostBytes = 4 << 20;

    [Fact]
    public void Huge_strings_and_arrays_are_read_no_further_than_they_are_shown()
    {
        using var held = new Held("sizes");
        Sample sample = held.Read();
        Assert.EndsWith("… of 250000000", Held.Local(sample, "half"), StringComparison.Ordinal);
        Assert.EndsWith("… 1999999980 more]", Held.Local(sample, "bytes"), StringComparison.Ordinal);
        Assert.EndsWith("… 249999980 more]", Held.Local(sample, "characters"), StringComparison.Ordinal);
        Assert.Equal("List<byte>(0) []", Held.Local(sample, "list"));
        Assert.Equal("17", Held.Local(sample, "after"));
        Assert.InRange(held.Allocated, 0, MostBytes);
    }

    [Fact]
    public void Deep_cyclic_and_doubling_graphs_end_at_the_limits()
    {
        using var held = new Held("graphs");
        Sample sample = held.Read();
        Assert.Equal("Link { Number = 1, Next = Link { Number = 2, Next = Link { Number = 3, Next = Link… } } }", Held.Local(sample, "deep"));
        Assert.Equal("Link { Number = 1, Next = Link { Number = 2, Next = Link (cycle) } }", Held.Local(sample, "ring"));
        Assert.Equal("object[](2) [object[] (cycle), 5]", Held.Local(sample, "itself"));
        Assert.Equal("List<object>(1) [List<object> (cycle)]", Held.Local(sample, "list"));
        Assert.Equal("Dictionary<string, object>(1) {\"me\": Dictionary<string, object> (cycle)}", Held.Local(sample, "map"));
        Assert.Equal(8, Held.Local(sample, "doubling").Split("object[](2)…").Length - 1);
        Assert.Equal("17", Held.Local(sample, "after"));
        Assert.InRange(held.Allocated, 0, MostBytes);
    }

    [Fact]
    public void A_type_that_was_unloaded_is_not_taken_for_its_successor_of_the_same_name()
    {
        using var held = new Held("unloaded");
        for (int generation = 1; generation <= 12; generation++)
        {
            Sample sample = held.Read();
            string value = generation % 2 == 0 ? generation.ToString(CultureInfo.InvariantCulture) : $"\"generation {generation}\"";
            Assert.Equal($"Plugin {{ Field{generation} = {value} }}", Held.Local(sample, "plugin"));
            Assert.Equal($"Plugin[](1) [Plugin {{ Field{generation} = {value} }}]", Held.Local(sample, "plugins"));
            Assert.Equal($"Plugin[2,1](2) [Plugin {{ Field{generation} = {value} }}, null]", Held.Local(sample, "grid"));
            Assert.Equal("unloaded", held.Target.Tell("next"));
        }
    }

    [Fact]
    public void Dynamic_methods_and_assemblies_from_bytes_have_their_frames_and_values()
    {
        using var held = new Held("dynamic");
        Sample sample = held.Read();
        Assert.Equal("Link { Number = 23, Next = null }", Held.Local(sample, "link"));
        string[] methods = [.. sample.Threads[0].Frames.Select(frame => frame.ShortMethod)];
        Assert.Equal(["Main", "Hold", "CallOn", "<lambda>"], methods[..4]);
    }

    [Fact]
    public void While_garbage_is_collected_numbers_alone_are_shown()
    {
        using var held = new Held("collecting");
        Sample sample = held.Read();
        for (int i = 0; i < 200 && !IsCollecting(sample); i++)
            sample = held.Read();
        Assert.True(IsCollecting(sample), "no sample met a collection");
        Assert.Equal("42", Held.Local(sample, "number"));
        Assert.All(["text", "numbers", "link", "chain"], name => Assert.Equal("<unavailable>", Held.Local(sample, name)));
    }

    private static bool IsCollecting(Sample sample) => sample.Notes.Any(note => note.Contains("garbage collection", StringComparison.Ordinal));
}
