using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Text;

public sealed class NightTests
{
    [Fact]
    public void A_log_reads_well_at_three_in_the_morning()
    {
        Approved.Check("night", Printed.Header(Header) + Printed.Entries([.. Entries()]));
    }

    [Fact]
    public void Without_variables_a_sample_is_its_stacks_and_its_end()
    {
        var sample = Of(1, MainThread(Top, Fetch()), Worker(7, Busy(8)));
        Approved.Check("brief", Printed.Entries(new SampleStacks(sample), new SampleVariables(sample.Took(7), HasVariables: false)));
    }

    private static RunHeader Header => new()
    {
        Target = "slow.csx",
        Arguments = ["--password", "hunter2", "--url=https://example.com", "a b"],
        ProcessId = 4711,
        Started = Start.AddSeconds(-5),
        Interval = TimeSpan.FromSeconds(5),
        WorkingDirectory = "/app",
        Version = "0.1.0",
        Settings = ["max-items 20", "max-depth 3"],
    };

    private static IEnumerable<LogEntry> Entries()
    {
        yield return new CollectorStarted(Start.AddMilliseconds(90), 4720, ".NET 10.0.12");
        var first = Of(1, Stuck, Worker(7, Busy(8)), Idle(4), Idle(5), Lost(9), MainThread() with { ManagedId = 2, OsId = 4713, Kind = ThreadKind.Finalizer });
        yield return new SampleStacks(first);
        yield return new SampleVariables(WithVariables(first, 17).Took(36));

        var second = Of(2, Stuck, Worker(7, Busy(8)), Idle(4), Idle(5), Idle(6)) with { Notes = ["1 running thread could not be stopped and is left out"] };
        yield return new SampleStacks(second);
        yield return new SampleVariables(WithVariables(second, 18).Took(31) with { Notes = [.. second.Notes, "values were cut at 200 nodes"] });

        yield return new SkippedTicks(Start.AddSeconds(10), "the last sample was still being read", 3);
        var sixth = Of(6, Stuck, Worker(7, Busy(9)), Idle(4));
        yield return new SampleStacks(sixth);
        yield return new SkippedTicks(Start.AddSeconds(30), "the collector did not finish the sample before its deadline and was ended", 1, Begun: 6, LosesVariables: true);
        yield return new TargetEnded(Start.AddSeconds(31), "unhandled exception System.InvalidOperationException, killed by SIGABRT");
    }

    private static ThreadStack Stuck => MainThread(Top, Fetch(), Library("System.Net.Sockets.SocketAsyncContext.ReceiveFrom"));

    private static ThreadStack Lost(int id) => Worker(id) with { Problem = "frames not known: it was running and could not be stopped" };

    private static Sample WithVariables(Sample sample, int counter) => sample with
    {
        Threads = [.. sample.Threads.Select(thread => thread with { Frames = [.. thread.Frames.Select(frame => WithVariables(frame, counter))] })],
    };

    private static Frame WithVariables(Frame frame, int counter) => frame.ShortMethod switch
    {
        "Fetch" => frame with
        {
            Arguments = [Var("url", Quote("https://example.com/orders")), Var("retries", Number(3))],
            Locals = [Var("delay", Number(500)), Var("apiKey", Value.Redacted), Var("answer", Value.NotAssigned)],
        },
        "Sum" => frame with
        {
            Arguments = [Var("this", new Composite("Prices", [new Member("Currency", Quote("EUR"))])), Var("prices", Numbers(1000, 20))],
            Locals = [Var("i", Number(counter)), Var("orders", Orders), Var("total", Value.Unavailable)],
        },
        "ReceiveFrom" => frame with { Parameters = ["buffer", "flags", "socketAddress", "socketAddressLen", "timeout", "bytesReceived"] },
        _ => frame,
    };

    private static Sequence Numbers(long count, int shown) =>
        new Sequence("decimal[]", count, [.. Enumerable.Range(0, shown).Select(i => new Scalar($"{i * 1001}.25"))]);

    private static Value Orders => new Sequence("List<Order>", 982, [Order(1), Order(2)]);
}
