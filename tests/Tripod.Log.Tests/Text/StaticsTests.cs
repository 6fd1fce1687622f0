using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Text;

public class StaticsTests
{
    private static readonly TypeStatics Cache = new()
    {
        Type = "Shop.Cache<int>",
        Fields = [Var("hits", Number(1_024)), Var("newest", Order(7)), Var("password", Value.Redacted)],
        Omitted = 2,
    };

    private static readonly TypeStatics Config = new() { Type = "Shop.Config", HasFailed = true, Fields = [Var("path", Value.Null)] };

    private static readonly TypeStatics Context = new() { Type = "Shop.Context", Fields = [Var("current", Quote("Ann")), Var("depth", Value.NotAssigned)] };

    private static readonly Sample Full = Of(1, MainThread(Top, Fetch()), Worker(2, Busy(3)) with { Statics = [Context] }) with { Statics = [Cache, Config] };

    [Fact]
    public void Static_fields_have_a_section_of_their_own_and_those_of_a_thread_stand_with_it()
    {
        Sample same = Full with { Number = 2, Time = Full.Time.AddSeconds(5) };
        Sample other = same with { Number = 3, Time = same.Time.AddSeconds(5), Statics = [Cache with { Fields = [Var("hits", Number(1_025))] }, Config] };
        Approved.Check("statics", Printed.Entries(
            new SampleStacks(Full), new SampleVariables(Full.Took(44)),
            new SampleStacks(same), new SampleVariables(same.Took(30)),
            new SampleStacks(other), new SampleVariables(other.Took(30))));
    }

    [Fact]
    public void A_thread_whose_own_static_field_has_changed_is_told_anew()
    {
        Sample next = Full with { Number = 2, Threads = [Full.Threads[0], Full.Threads[1] with { Statics = [Context with { Fields = [Var("current", Quote("Bob"))] }] }] };
        string text = Printed.Entries(new SampleStacks(Full), new SampleVariables(Full), new SampleStacks(next), new SampleVariables(next));
        Assert.Contains("      current = \"Bob\"\n", text, StringComparison.Ordinal);
        Assert.Contains("Thread 1: unchanged, values too", text, StringComparison.Ordinal);
    }
}
