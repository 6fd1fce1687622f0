using System.Text.Json;
using Tripod.EndToEnd.Logs;
using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Json;

public sealed class JsonTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _path;

    public JsonTests() => _path = NewLog(LogFormat.Json);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_log_of_documents_ends_in_jsonl_is_private_and_begins_with_the_run()
    {
        var header = Written().Documents.Single();

        Assert.EndsWith(".jsonl", _path, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
        Assert.Equal("run-started", JsonLog.Action(header));
        Assert.Equal(1, header.GetProperty("tripod").GetProperty("format").GetInt32());
        Assert.Equal(["slow.csx", "--password", "<redacted>", "a b"], header.GetProperty("process").GetProperty("args").EnumerateArray().Select(arg => arg.GetString()!));
    }

    [Fact]
    public void The_frames_are_those_of_the_text_of_the_same_sample()
    {
        Sample[] samples = [Night(1), Night(2)];
        string text = NewLog(LogFormat.Text);
        Write(text, samples);
        var documents = Written(samples);

        foreach (var sample in EndToEnd.Logs.Log.Parse(File.ReadAllText(text)).Samples)
        {
            AssertSame(sample.Brief, documents.Of("thread-stack", sample.Number));
            AssertSame(sample.Full, documents.Of("thread-variables", sample.Number).Where(document => JsonLog.Frames(document).Count > 0));
        }
        Assert.Equal(2, documents.Of("sample-ended").Count());
    }

    [Fact]
    public void A_document_has_the_names_of_the_Elastic_Common_Schema()
    {
        var thread = Written(Night(1)).Of("thread-stack", 1).First();

        Assert.Equal("2026-11-21T02:31:33.123Z", thread.GetProperty("@timestamp").GetString());
        Assert.Equal("info", thread.GetProperty("log").GetProperty("level").GetString());
        Assert.Equal("tripod.log", thread.GetProperty("event").GetProperty("dataset").GetString());
        Assert.Equal((1, "slow.csx"), (thread.GetProperty("process").GetProperty("pid").GetInt32(), thread.GetProperty("process").GetProperty("name").GetString()));
        Assert.Equal(4711, thread.GetProperty("process").GetProperty("thread").GetProperty("id").GetInt32());
        Assert.Equal(1, thread.GetProperty("tripod").GetProperty("thread").GetProperty("managed_id").GetInt32());
    }

    [Fact]
    public void A_thread_that_has_not_moved_says_since_when_and_has_its_frames_and_once_its_values()
    {
        var documents = Written(Night(1), Night(2));

        Assert.All(documents.Of("thread-stack", 2).Take(2), thread =>
        {
            Assert.Equal(1, thread.GetProperty("tripod").GetProperty("thread").GetProperty("unchanged_since").GetProperty("sample").GetInt64());
            Assert.NotEmpty(JsonLog.Frames(thread));
        });
        Assert.All(documents.Of("thread-variables", 2), thread => Assert.Empty(JsonLog.Frames(thread)));
    }

    [Fact]
    public void An_idle_thread_of_the_pool_says_so_and_no_more()
    {
        var idle = Written(Night(1)).Of("thread-stack", 1).Last();

        Assert.True(idle.GetProperty("tripod").GetProperty("thread").GetProperty("idle").GetBoolean());
        Assert.Empty(JsonLog.Frames(idle));
    }

    [Fact]
    public void Nothing_that_a_value_or_a_name_holds_forges_a_line_or_disturbs_a_terminal()
    {
        const string Hostile = "a\n{\"x\":1}\u001b[31m\u202e\ud800\"";
        var frame = Fetch() with { Method = Hostile, Locals = [Var(Hostile, new Scalar(Hostile))], Source = new SourceLine(Hostile, 1, Hostile) };
        var sample = Of(1, MainThread(frame) with { Name = Hostile }) with { Notes = [Hostile] };
        var documents = Written(sample);

        Assert.All(documents.Documents, document => Assert.Equal(JsonValueKind.Object, document.ValueKind));
        Assert.DoesNotContain(File.ReadAllText(_path), c => c is '\u001b' or '\u202e' || char.IsSurrogate(c));
        Assert.Contains("\\u202E", JsonLog.Frames(documents.Of("thread-stack", 1).Single()).Single().Method, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Secrets_stay_out() => Assert.Equal(
        "Order {Id = 1, Customer = \"Ann\", Password = <redacted>, Total = 12.50}",
        JsonLog.Frames(Written(Of(1, MainThread(Fetch() with { Locals = [Var("order", Order(1))] }))).Of("thread-variables", 1).Single()).Single().Locals["order"]);

    [Fact]
    public void What_else_happens_is_a_document_each()
    {
        using (var log = new SampleLog(_path))
        {
            log.Write(new CollectorStarted(Start, 4720, ".NET 10.0.12"));
            log.Write(new SkippedTicks(Start, "the last sample was still being read", 3));
            log.Write(new SkippedTicks(Start, "the collector ended unexpectedly", 2, Begun: 7));
            log.Write(new Note(Start, "remark"));
            log.Write(new TargetEnded(Start, "exit code 3"));
        }
        var documents = Read();

        Assert.Equal(["run-started", "collector-started", "ticks-skipped", "ticks-skipped", "note", "target-ended"], documents.Documents.Select(JsonLog.Action));
        Assert.Equal(["""{"skipped":3}""", """{"skipped":1,"begun":7}"""], documents.Of("ticks-skipped").Select(document => document.GetProperty("tripod").GetRawText()));
        Assert.Equal("exit code 3", documents.Of("target-ended").Single().GetProperty("event").GetProperty("reason").GetString());
    }

    [Fact]
    public void Deadlocks_waits_pending_chains_and_static_fields_are_documents()
    {
        var wait = new ThreadWait { What = "Account @1", Holder = 7, HolderName = "Worker 7" };
        var sample = Of(1, MainThread(Top) with { WaitingIn = "lock", Wait = wait }, Worker(7, Busy(1))) with
        {
            Deadlocks = [new Deadlock([new DeadlockThread(1, null, "lock", wait, Top)])],
            StarvedPool = new StarvedPool(2, 2, 5),
            Pending = new PendingWork { Chains = [new AsyncChain { Frames = [Fetch()], Join = "Task.WhenAll", Branches = [new AsyncChain { Frames = [Busy(2)] }] }] },
            Statics = [new TypeStatics { Type = "Shop.Cache", Fields = [Var("s_count", Number(3))] }],
        };
        var documents = Written(sample);

        Assert.Equal("Account @1", documents.Of("thread-wait", 1).Single().GetProperty("tripod").GetProperty("thread").GetProperty("wait").GetProperty("what").GetString());
        Assert.Equal("Thread 1 is waiting for lock <Account @1> held by thread 7 \"Worker 7\"", documents.Of("deadlock", 1).Single().GetProperty("tripod").GetProperty("deadlock").GetProperty("links")[0].GetProperty("text").GetString());
        Assert.Equal(5, documents.Of("pool-starved", 1).Single().GetProperty("tripod").GetProperty("pool").GetProperty("queued").GetInt64());
        Assert.Equal("Fetch", documents.Of("pending-chain", 1).Single().GetProperty("tripod").GetProperty("chain").GetProperty("frames")[0].GetProperty("method").GetString());
        Assert.Single(documents.Of("chain-variables", 1).Single().GetProperty("tripod").GetProperty("chain").GetProperty("branches").EnumerateArray());
        Assert.Equal("3", documents.Of("static-fields", 1).Single().GetProperty("tripod").GetProperty("static").GetProperty("fields")[0].GetProperty("value").GetString());
        Assert.Equal(["warn"], documents.Of("deadlock").Select(document => document.GetProperty("log").GetProperty("level").GetString()));
    }

    [Fact]
    public void The_next_collector_removes_the_half_line_of_one_that_was_killed()
    {
        Written(Night(1));
        string before = File.ReadAllText(_path);
        File.AppendAllText(_path, "{\"@timestamp\":\"2026" + new string('x', 10_000));
        using (var log = new SampleLog(_path))
            log.Write(new Note(Start, "next"));

        Assert.StartsWith(before + "{", File.ReadAllText(_path), StringComparison.Ordinal);
        Assert.Equal("note", JsonLog.Action(Read().Documents[^1]));
    }

    [Fact]
    public void A_file_that_is_no_log_of_documents_is_never_written_to()
    {
        File.WriteAllText(_path, "{\"format\":1}\n");
        using var log = new SampleLog(_path);
        log.Write(new Note(Start, "x"));

        Assert.Equal((1, "{\"format\":1}\n"), (log.LostEntries, File.ReadAllText(_path)));
    }

    [Fact]
    public void A_sample_stays_within_its_bytes_and_says_what_is_cut()
    {
        var sample = Of(1, [MainThread(Top), .. Enumerable.Range(2, 300).Select(id => Worker(id, Busy(1), Busy(2)))]);
        long header = new FileInfo(_path).Length;
        Write(_path, [sample], new Limits { Bytes = 30_000 });
        var documents = Read();

        Assert.InRange(new FileInfo(_path).Length - header, 15_000, 30_000);
        Assert.Equal(1, documents.Of("thread-stack", 1).First().GetProperty("tripod").GetProperty("thread").GetProperty("managed_id").GetInt32());
        Assert.Contains(documents.Of("note", 1), note => note.GetProperty("message").GetString()!.StartsWith($"Note: left out, because a sample has at most 30,000 bytes (TRIPOD_MAX_BYTES): {301 - documents.Of("thread-stack").Count()} threads", StringComparison.Ordinal));
    }

    [Fact]
    public void A_full_log_goes_on_in_a_new_file_that_begins_with_the_run()
    {
        Write(_path, [.. Enumerable.Range(1, 20).Select(i => Of(i, MainThread([.. Enumerable.Range(1, 400).Select(Busy)])))], new Limits { FileSize = 1 });
        string old = Path.ChangeExtension(_path, ".1.jsonl");

        Assert.Equal("run-started", JsonLog.Action(JsonLog.Parse(File.ReadAllText(old)).Documents[0]));
        Assert.Equal(["run-started", "note", "sample"], Read().Documents.Take(3).Select(JsonLog.Action));
        Assert.Equal("sample-ended", JsonLog.Action(JsonLog.Parse(File.ReadAllText(old)).Documents[^1]));
    }

    private static Sample Night(long number) => Of(
        number,
        MainThread(Top, Fetch() with { Arguments = [Var("url", Quote("https://example.com")), Var("retries", Number(3))], Locals = [Var("answer", Value.NotAssigned), Var("order", Order(1))] }),
        Worker(7, Busy(8) with { MayBeInlined = true }, Library("System.Threading.Thread.Sleep")),
        Idle(4));

    private static void AssertSame(IEnumerable<LoggedThread> threads, IEnumerable<JsonElement> documents)
    {
        var all = documents.ToDictionary(document => document.GetProperty("tripod").GetProperty("thread").GetProperty("managed_id").GetInt32());
        foreach (var thread in threads.Where(thread => all.ContainsKey(thread.ManagedId)))
        {
            var frames = JsonLog.Frames(all[thread.ManagedId]);
            Assert.Equal(thread.Frames.Select(Place), frames.Select(Place));
            Assert.Equal(thread.Frames.SelectMany(frame => frame.Locals), frames.SelectMany(frame => frame.Locals));
            Assert.Equal(thread.Frames.SelectMany(frame => frame.Arguments), frames.SelectMany(frame => frame.Arguments));
        }
        Assert.Superset(threads.Where(thread => thread.Frames.Count > 0 && all.Count > 0).Select(thread => thread.ManagedId).ToHashSet(), all.Keys.ToHashSet());

        static (string?, int, string, string?, bool) Place(LoggedFrame frame) => (frame.File, frame.Line, frame.Method, frame.SourceText, frame.MayBeInlined);
    }

    private JsonLog Written(params Sample[] samples)
    {
        Write(_path, samples);
        return Read();
    }

    private JsonLog Read() => JsonLog.Parse(File.ReadAllText(_path));

    private static void Write(string path, Sample[] samples, Limits? limits = null)
    {
        using var log = new SampleLog(path, limits);
        foreach (var sample in samples)
        {
            // waits and deadlocks are sought later
            log.Write(new SampleStacks(sample with { Deadlocks = [], Threads = [.. sample.Threads.Select(thread => thread with { Wait = null })] }));
            log.Write(new SampleWaits(sample));
            log.Write(new SamplePending(sample));
            log.Write(new SampleVariables(sample.Took(1)));
        }
    }

    private string NewLog(LogFormat format) => LogFile.Create(_scratch.Folder, Scratch.Header("slow.csx") with { Arguments = ["--password", "hunter2", "a b"] }, format);
}
