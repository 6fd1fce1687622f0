using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Stacks;

public class StatesTests
{
    private static readonly (string Thread, string WaitingIn)[] Waits =
    [
        ("sleep", "sleep"), ("recursion", "sleep"), ("lock", "lock"), ("monitor", "lock"), ("event", "event"),
        ("kernel event", "wait handle"), ("semaphore", "semaphore"), ("socket", "socket"), ("task", "task"), ("join", "join"),
    ];

    private static readonly Lazy<Sample> Debug = new(() => Sampled.Of("InspectStates", new Limits(), IsSettled));

    public static TheoryData<string, string> BlockedThreads => [.. Waits];

    [Fact]
    public void A_thread_in_a_busy_loop_shows_its_method_on_top()
    {
        ThreadStack thread = Debug.Value.Thread("busy");
        Assert.Equal(ThreadActivity.Running, thread.Activity);
        Assert.Null(thread.WaitingIn);
        Frame top = thread.Frames[^1];
        Assert.Equal("InspectStates.States.Busy", top.Method);
        Assert.Equal("States.cs", Path.GetFileName(top.Source!.File));
        Assert.InRange(top.Source.Line, LineOf("while (true)"), LineOf("spins++; // busy") + 1);
    }

    [Fact]
    public void Recursion_shows_a_frame_for_each_call()
    {
        ThreadStack thread = Debug.Value.Thread("recursion");
        Frame[] calls = [.. thread.Frames.Where(frame => frame.ShortMethod == "Recurse")];
        Assert.Equal(10, calls.Length);
        Assert.All(calls[..9], frame => Assert.Equal("return Recurse(depth + 1) + 1; // deeper", frame.Source!.Text));
        Assert.Equal("Sleep();", calls[9].Source!.Text);
        Assert.All(calls, frame => Assert.Equal(["depth"], frame.Parameters));
    }

    [Theory]
    [MemberData(nameof(BlockedThreads))]
    public void A_blocked_thread_says_in_what_it_waits(string name, string waitingIn)
    {
        ThreadStack thread = Debug.Value.Thread(name);
        Assert.Equal(ThreadActivity.Waiting, thread.Activity);
        Assert.Equal(waitingIn, thread.WaitingIn);
        Assert.False(thread.IsIdle);
        Assert.Null(thread.Problem);
    }

    [Theory]
    [InlineData("sleep", "Sleep", "Thread.Sleep(Timeout.Infinite); // asleep")]
    [InlineData("monitor", "EnterOldLock", "lock (OldLock) // old lock")]
    [InlineData("socket", "Receive", "Sockets.Receiver.Receive(new byte[16]); // receiving")]
    [InlineData("task", "WaitForTask", "new TaskCompletionSource().Task.Wait(); // waiting for a task")]
    [InlineData("join", "Join", "sleeper.Join(); // joining")]
    public void A_blocked_thread_shows_the_line_where_it_stands(string name, string method, string text)
    {
        Frame frame = Debug.Value.Thread(name).Newest();
        Assert.Equal(method, frame.ShortMethod);
        Assert.Equal(text, frame.Source!.Text);
        Assert.Equal(LineOf(text), frame.Source.Line);
    }

    [Fact]
    public void All_stacks_begin_where_threads_begin()
    {
        foreach (ThreadStack thread in Debug.Value.Threads.Where(thread => thread.Frames.Count > 0 && thread.Kind != ThreadKind.Finalizer))
            Assert.Equal(thread.Kind == ThreadKind.Main ? "InspectStates.Program.Main" : "System.Threading.Thread.StartCallback", thread.Frames[0].Method);
    }

    [Fact]
    public void The_main_thread_comes_first()
    {
        ThreadStack main = Debug.Value.Threads[0];
        Assert.Equal(ThreadKind.Main, main.Kind);
        Assert.Equal(1, main.ManagedId);
        Assert.Equal("InspectStates.Program.Main", main.Frames[0].Method);
        Assert.Equal(Debug.Value.Threads.Select(thread => thread.ManagedId).Order(), Debug.Value.Threads.Select(thread => thread.ManagedId));
    }

    [Fact]
    public void A_name_with_control_characters_is_escaped() =>
        Assert.Contains(Debug.Value.Threads, thread => thread.Name == @"line\u000Abreak\u001B[31m\u202Eevil");

    [Fact]
    public void Threads_of_the_runtime_that_wait_for_work_are_idle()
    {
        Assert.Contains(Debug.Value.Threads, thread => thread is { Kind: ThreadKind.Pool, IsIdle: true });
        Assert.Contains(Debug.Value.Threads, thread => thread is { Kind: ThreadKind.Finalizer, IsIdle: true });
        Assert.All(Debug.Value.Threads.Where(thread => thread.IsIdle), thread => Assert.DoesNotContain(thread.Frames, frame => frame.Assembly == "InspectStates.dll"));
    }

    [Fact]
    public void Optimised_code_shows_the_same_threads()
    {
        Sample sample = Sampled.Of("InspectStatesOptimized", new Limits(), IsSettled);
        Assert.Equal("Busy", sample.Thread("busy").Frames[^1].ShortMethod);
        Assert.Equal(10, sample.Thread("recursion").Frames.Count(frame => frame.ShortMethod == "Recurse"));
        foreach (var (name, waitingIn) in Waits)
            Assert.Equal(waitingIn, sample.Thread(name).WaitingIn);
    }

    [Fact]
    public void A_limit_of_frames_keeps_the_newest_and_says_so()
    {
        Sample sample = Sampled.Of("InspectStates", new Limits { Frames = 3 }, IsSettled);
        ThreadStack thread = sample.Thread("recursion");
        Assert.Equal(["Recurse", "Sleep", "Sleep"], thread.Frames.Select(frame => frame.ShortMethod));
        Assert.Equal(Debug.Value.Thread("recursion").Frames.Count - 3, thread.OmittedFrames);
        Assert.Contains(sample.Notes, note => note.Contains("limit: 3 frames", StringComparison.Ordinal));
        Assert.Equal(0, Debug.Value.Thread("recursion").OmittedFrames);
    }

    [Fact]
    public void A_limit_of_threads_keeps_the_main_thread_and_says_so()
    {
        Sample sample = Sampled.Of("InspectStates", new Limits { Threads = 2 }, _ => true);
        Assert.Equal(2, sample.Threads.Count);
        Assert.Equal(ThreadKind.Main, sample.Threads[0].Kind);
        Assert.Contains(sample.Notes, note => note.Contains("limit: 2 threads", StringComparison.Ordinal));
    }

    // ready means on the way: the last steps into the kernel take a moment more
    private static bool IsSettled(Sample sample) =>
        Has(sample, thread => thread is { Name: "busy", Activity: ThreadActivity.Running })
        && Array.TrueForAll(Waits, wait => Has(sample, thread => thread.Name == wait.Thread && thread.WaitingIn == wait.WaitingIn))
        && Has(sample, thread => thread is { Kind: ThreadKind.Pool, IsIdle: true })
        && Has(sample, thread => thread is { Kind: ThreadKind.Finalizer, IsIdle: true })
        && Has(sample, thread => thread is { Name: "recursion", Frames: [.., { ShortMethod: "Sleep" }] });

    private static bool Has(Sample sample, Func<ThreadStack, bool> condition) => sample.Threads.Any(condition);

    private static int LineOf(string text) => Array.FindIndex(File.ReadAllLines(Source), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    private static string Source => Debug.Value.Thread("busy").Newest().Source!.File;
}
