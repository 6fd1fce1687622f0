using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Bounds;

public sealed class SampleBoundTests : IDisposable
{
    private const int Limit = 20_000;

    private readonly Scratch _scratch = new();
    private readonly string _path;

    public SampleBoundTests() => _path = _scratch.NewLog();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_sample_within_the_limit_is_as_it_is_without_one()
    {
        string bounded = Written(Limit, Stacks(1, frames: 3, threads: 5)), unbounded = Written(1_000_000_000, Stacks(1, frames: 3, threads: 5));

        Assert.Equal(unbounded, bounded);
        Assert.DoesNotContain("left out", bounded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 400)]
    [InlineData(300, 3)]
    [InlineData(2, 2)]
    public void No_sample_takes_more_than_the_limit_and_a_parser_reads_it(int frames, int threads)
    {
        string text = Written(Limit, WithValues(Stacks(1, frames, threads), 40), WithValues(Stacks(2, frames, threads), 41));
        var samples = EndToEnd.Logs.Log.Parse(text).Samples;

        Assert.Equal([1, 2], samples.Select(sample => sample.Number));
        Assert.All(samples, sample => Assert.InRange(sample.Text.Length, 1, Limit));
        Assert.All(samples, sample => Assert.NotEmpty(sample.Brief[0].Frames));
        Assert.All(samples, sample => Assert.Equal(1, sample.Brief[0].ManagedId));
    }

    [Fact]
    public void What_is_cut_is_said_with_how_much()
    {
        var sample = EndToEnd.Logs.Log.Parse(Written(Limit, Stacks(1, frames: 10, threads: 400))).Samples[0];
        int omitted = 400 + 1 - sample.Brief.Count;

        Assert.InRange(omitted, 300, 400);
        Assert.Matches($@"\nNote: left out, because a sample has at most 20,000 bytes \(TRIPOD_MAX_BYTES\): {omitted} threads, \d older frames\n", sample.Text);
    }

    [Fact]
    public void Those_that_run_come_before_those_that_wait()
    {
        var waiting = Enumerable.Range(2, 200).Select(id => Worker(id, Many(10)) with { Activity = ThreadActivity.Waiting });
        var sample = Of(1, [.. waiting, Worker(900, Many(10))]);

        Assert.Contains("Thread 900 \"Worker 900\"", Written(Limit, sample), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_thread_that_does_not_fit_the_newest_frames_are_kept()
    {
        var brief = EndToEnd.Logs.Log.Parse(Written(Limit, Of(1, MainThread(Many(1000))))).Samples[0].Brief.Single();

        Assert.InRange(brief.Frames.Count, 50, 999);
        Assert.Equal(1000, brief.Top!.Line);
        Assert.Contains($"  … {1000 - brief.Frames.Count} older frames left out\n", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void Stacks_come_before_values()
    {
        var all = WithValues(Stacks(1, frames: 3, threads: 20), 1000);
        var sample = EndToEnd.Logs.Log.Parse(Written(Limit, all with { Threads = [.. all.Threads, Idle(90), Idle(91), Worker(92)] })).Samples[0];

        Assert.Equal(22, sample.Brief.Count); // idle ones are counted together
        Assert.InRange(sample.Full.Count, 1, 20);
        Assert.Matches($@"\nNote: left out, because a sample has at most 20,000 bytes \(TRIPOD_MAX_BYTES\): the variables of {21 - sample.Full.Count} threads", sample.Text);
    }

    [Fact]
    public void A_thread_that_was_left_out_is_never_said_to_be_unchanged_since()
    {
        var sample = WithValues(Stacks(1, frames: 10, threads: 400), 30);
        var samples = EndToEnd.Logs.Log.Parse(Written(Limit, sample, sample with { Number = 2 }, sample with { Number = 3 })).Samples;

        // the parser knows only what the log has told it: it would find no such thread
        Assert.Equal(3, samples.Count);
        Assert.True(samples[1].Brief.Count > samples[0].Brief.Count); // what has not changed is short, and makes room
    }

    [Fact]
    public void Pending_chains_that_do_not_fit_are_counted()
    {
        AsyncChain[] chains = [.. Enumerable.Range(1, 500).Select(line => new AsyncChain { Frames = [Busy(line)] })];
        var sample = Of(1, MainThread(Top)) with { Pending = new PendingWork { Chains = chains } };
        string text = Written(Limit, sample);
        int shown = text[..text.IndexOf("Full backtrace", StringComparison.Ordinal)].Split("  Chain waiting:").Length - 1;

        Assert.InRange(shown, 20, 499);
        Assert.Contains($"\nNote: pending async work may be missing: {500 - shown} kinds of chains did not fit, because a sample has at most 20,000 bytes", text, StringComparison.Ordinal);
        Assert.Contains($"\n  … {500 - shown} more kinds of chains left out\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Waits_that_do_not_fit_are_counted()
    {
        var waiting = Enumerable.Range(2, 60).Select(id => Worker(id, Busy(1)) with { Activity = ThreadActivity.Waiting, WaitingIn = "lock" });
        var stacks = Of(1, [MainThread(Top), .. waiting]);
        var waits = stacks with { Threads = [.. stacks.Threads.Select((thread, i) => i == 0 ? thread : thread with { Wait = new ThreadWait { What = new string('x', 200) + i } })] };
        using (var log = new SampleLog(_path, new Limits { Bytes = Limit }))
            foreach (LogEntry entry in new LogEntry[] { new SampleStacks(stacks), new SampleWaits(waits), new SamplePending(waits), new SampleVariables(waits, HasVariables: false) })
                log.Write(entry);
        string text = File.ReadAllText(_path);
        int told = text.Split(" is waiting for lock <xxx").Length - 1;

        Assert.InRange(told, 10, 59);
        Assert.Contains($"\nNote: left out, because a sample has at most 20,000 bytes (TRIPOD_MAX_BYTES): {60 - told} waits\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Static_fields_that_do_not_fit_are_counted()
    {
        TypeStatics[] types = [.. Enumerable.Range(1, 500).Select(i => new TypeStatics { Type = $"Shop.Type{i}", Fields = [Var("s_field", Quote(new string('x', 100)))] })];
        string text = Written(Limit, Of(1, MainThread(Top)) with { Statics = types });
        int shown = text.Split("\n  Shop.Type").Length - 1;

        Assert.InRange(shown, 50, 499);
        Assert.Contains($"(TRIPOD_MAX_BYTES): the variables of {500 - shown} types\n", text, StringComparison.Ordinal);
    }

    private string Written(int limit, params Sample[] samples)
    {
        string path = limit == Limit ? _path : _scratch.NewLog();
        int header = File.ReadAllText(path).Length;
        using (var log = new SampleLog(path, new Limits { Bytes = limit }))
            foreach (var sample in samples)
            {
                log.Write(new SampleStacks(sample));
                log.Write(new SampleWaits(sample));
                log.Write(new SamplePending(sample));
                log.Write(new SampleVariables(sample.Took(1)));
            }
        return File.ReadAllText(path)[header..];
    }

    private static Sample Stacks(long number, int frames, int threads) =>
        Of(number, [MainThread(Many(frames)), .. Enumerable.Range(2, threads).Select(id => Worker(id, Many(frames)))]);

    private static Frame[] Many(int count) => [.. Enumerable.Range(1, count).Select(Busy)];

    private static Sample WithValues(Sample sample, int length) => sample with
    {
        Threads = [.. sample.Threads.Select(thread => thread with { Frames = [.. thread.Frames.Select(frame => frame with { Locals = [Var("text", Quote(new string('x', length)))] })] })],
    };
}
