using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class ChainTests
{
    private const int AllChains = 21;
    private const string Promise = "a task that other code completes, as by a TaskCompletionSource";
    private const string HalfAnHour = "Task.Delay of 00:30:00";

    private static readonly Dictionary<string, Lazy<Sample>> Samples = new()
    {
        ["InspectWaits"] = new(() => Read("InspectWaits")),
        ["InspectWaitsOptimized"] = new(() => Read("InspectWaitsOptimized")),
    };

    /// <summary>Build, outermost method, what the innermost waits for, and method and line of each, the innermost first.</summary>
    public static TheoryData<string, string, string?, string[]> Lines
    {
        get
        {
            var data = new TheoryData<string, string, string?, string[]>();
            foreach (string build in Samples.Keys)
            {
                data.Add(build, "Outer", HalfAnHour, ["Inner delay", "Outer outer"]);
                data.Add(build, "Enumerate", Promise, ["Items before item", "Enumerate foreach"]);
                data.Add(build, "Configured", Promise, ["Configured configured"]);
                data.Add(build, "Valued", Promise, ["Deeper deeper", "Valued value"]);
                data.Add(build, "Pooled", Promise, ["Pooled pooled"]);
                data.Add(build, "Text", Promise, ["TextInner text inner", "Text text"]);
                data.Add(build, "Semaphore", "SemaphoreSlim.WaitAsync", ["Semaphore semaphore"]);
                data.Add(build, "ChannelRead", "a read from a Channel", ["ChannelRead channel"]);
                data.Add(build, "SocketRead", "a socket", ["SocketRead socket"]);
                data.Add(build, "Run", HalfAnHour, ["Inner delay", "Run run"]);
                data.Add(build, "Continued", HalfAnHour, ["Inner delay", "Continued continued"]);
                data.Add(build, "TimedOut", HalfAnHour, ["Inner delay", "TimedOut waitasync"]);
                data.Add(build, "InTry", "Task.Delay", ["InTry in try"]);
                data.Add(build, "Void", Promise, ["Void void"]);
                data.Add(build, "Generic", Promise, ["Generic generic"]);
                data.Add(build, "Resumed", "InspectWaits.Chains.Resumed.Sleeping, which runs, or is about to return", ["Resumed resumed"]);
            }
            return data;
        }
    }

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_chain_shows_each_method_at_its_await_from_the_innermost_outward(string build, string outermost, string? waitsFor, string[] frames)
    {
        AsyncChain chain = Chain(build, outermost);

        Assert.Equal(waitsFor, chain.WaitsFor);
        Assert.Equal(frames.Select(frame => frame.Split(' ')[0]), chain.Frames.Select(frame => frame.ShortMethod));
        foreach (var (frame, expected) in chain.Frames.Zip(frames))
            Assert.Equal(WaitsTarget.LineOf(frame, expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..]), frame.Source!.Line);
        Assert.Null(chain.Join);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Methods_show_the_variables_that_their_state_machines_keep(string build)
    {
        AsyncChain chain = Chain(build, "Outer");

        Assert.Equal("\"ann\"", Text(chain.Frames[1], "user"));
        Assert.Equal("3", Text(chain.Frames[1], "before"));
        Assert.Equal("3", Text(chain.Frames[0], "depth"));
        Assert.Equal("\"xann\"", Text(chain.Frames[0], "text"));
        Assert.Equal("\"xannxann\"", Text(chain.Frames[0], "twice"));
        Assert.Equal("100", Text(Chain(build, "Enumerate").Frames[0], "item"));
        Assert.Equal("3", Text(Chain(build, "InTry").Frames[0], "attempts"));
        Assert.Equal("7", Text(Chain(build, "Generic").Frames[0], "second"));
    }

    [Theory]
    [InlineData("All", "Task.WhenAll", "2 Outer, 1 Semaphore")]
    [InlineData("AllTyped", "Task.WhenAll", "1 Outer, 1 Inner")]
    [InlineData("Any", "Task.WhenAny", "1 Outer, 1 -")]
    [InlineData("AnyOfThree", "Task.WhenAny", "1 -, 1 Outer, 1 Semaphore")]
    public void Tasks_that_are_awaited_together_are_branches(string outermost, string join, string branches)
    {
        foreach (string build in Samples.Keys)
        {
            AsyncChain chain = Chain(build, outermost);
            Assert.Equal(join, chain.Join);
            Assert.Null(chain.WaitsFor);
            Assert.Equal(branches.Split(", ").Order(), chain.Branches.Select(branch => $"{branch.Count} {(branch.Frames is [.., var last] ? last.ShortMethod : "-")}").Order());
        }
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Methods_that_await_each_other_are_a_circle(string build)
    {
        AsyncChain chain = Chain(build, "WaitForOther");

        Assert.Equal("itself: these tasks wait for each other in a circle", chain.WaitsFor);
        Assert.Equal(["WaitForOther", "WaitForOther"], chain.Frames.Select(frame => frame.ShortMethod));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_method_that_runs_on_a_thread_is_in_no_chain(string build)
    {
        Sample sample = Samples[build].Value;
        Assert.Contains(sample.Threads, thread => thread.Frames.Any(frame => frame.ShortMethod == "Sleeping"));
        Assert.DoesNotContain(sample.Pending!.Chains, chain => chain.Frames.Any(frame => frame.ShortMethod == "Sleeping"));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void All_chains_are_found_and_no_others(string build)
    {
        PendingWork pending = Samples[build].Value.Pending!;
        Assert.Null(pending.Problem);
        Assert.Equal(AllChains, pending.Count);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Chains_alike_are_folded_and_counted(string build)
    {
        PendingWork pending = WaitsTarget.Read(build, sample => sample.Pending!.Count == 1_001, "many", "1000").Pending!;

        Assert.Equal([1_000, 1], pending.Chains.Select(chain => chain.Count));
        Assert.Equal(["Inner", "Outer"], pending.Chains[0].Frames.Select(frame => frame.ShortMethod));
        Assert.Equal("Semaphore", pending.Chains[1].Frames[0].ShortMethod);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void All_chains_are_found_while_other_threads_allocate_and_collections_run(string build)
    {
        const int samples = 40, mostIncomplete = 5;
        int whole = 0, incomplete = 0;
        _ = WaitsTarget.Read(build, sample =>
        {
            PendingWork pending = sample.Pending!;
            if (pending.Problem is null)
                Assert.Equal(101, pending.Count);
            // stopped while a thread makes room for new objects the heap cannot be walked, and says so
            incomplete += pending.Problem is "the heap could not be read to its end" ? 1 : 0;
            whole += pending.Problem is null ? 1 : 0;
            return whole == samples;
        }, "allocating");
        Assert.Equal(samples, whole);
        Assert.InRange(incomplete, 0, mostIncomplete);
    }

    [Fact]
    public void A_limit_of_chains_keeps_those_with_most_and_says_so()
    {
        PendingWork pending = WaitsTarget.Read("InspectWaits", new Limits { AsyncTime = 30_000, Chains = 1 }, sample => sample.Pending!.OmittedKinds == 1, "many", "10").Pending!;

        Assert.Equal(10, Assert.Single(pending.Chains).Count);
        Assert.Equal(1, pending.OmittedKinds);
    }

    [Fact]
    public void A_limit_of_time_that_bites_is_said()
    {
        PendingWork pending = WaitsTarget.Read("InspectWaitsOptimized", new Limits { AsyncTime = 1 }, _ => true, "big", "50").Pending!;
        Assert.Equal("there was no time to look through the whole heap (limit: 1 ms)", pending.Problem);
    }

    [Fact]
    public void No_time_at_all_leaves_the_search_out() =>
        Assert.Null(WaitsTarget.Read("InspectWaits", new Limits { AsyncTime = 0 }, _ => true, "many", "10").Pending);

    private static Sample Read(string build) => WaitsTarget.Read(build, sample => sample.Pending is { Problem: null, Count: AllChains }
        && sample.Threads.Any(thread => thread is { WaitingIn: "sleep" }), "chains");

    private static AsyncChain Chain(string build, string outermost) =>
        Assert.Single(Samples[build].Value.Pending!.Chains, chain => chain.Frames[^1].ShortMethod == outermost);

    private static string Text(Frame frame, string name) => Assert.Single(frame.Arguments.Concat(frame.Locals), variable => variable.Name == name).Value switch
    {
        Scalar scalar => scalar.Text,
        StringValue text => $"\"{text.Text}\"",
        var other => other.ToString(),
    };
}
