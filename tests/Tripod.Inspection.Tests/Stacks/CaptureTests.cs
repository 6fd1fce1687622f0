using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Tests.Stacks;

public class CaptureTests
{
    [Theory]
    [InlineData(ThreadState.Unstable, "it woke while the sample was being taken")]
    [InlineData(ThreadState.Refused, "it was running, and the system does not allow it to be stopped")]
    [InlineData(ThreadState.NotStopped, "it did not stop in time")]
    public void A_thread_that_was_not_held_shows_no_frames_and_says_why(ThreadState state, string problem)
    {
        using TargetProcess target = TargetProcess.Start("InspectStates");
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        ThreadStack busy = inspector.ReadStacks(stopped.Capture()).Thread("busy");
        Change(stopped.Records, busy.OsId, record => record with { State = state });
        ThreadStack again = inspector.ReadStacks(stopped.Capture(2)).Thread("busy");
        Assert.NotEmpty(busy.Frames);
        Assert.Empty(again.Frames);
        Assert.Equal(problem, again.Problem);
        Assert.Equal(ThreadActivity.Unknown, again.Activity);
    }

    [Fact]
    public unsafe void A_thread_whose_native_frames_cannot_be_unwound_says_so_and_shows_the_frames_that_are_certain()
    {
        const int rbp = 4, rip = 16, rsp = 19;
        using TargetProcess target = TargetProcess.Start("InspectStates");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        ulong native = MappedRange.Read(target.Pid).First(range => range.IsExecutable && range.Path.EndsWith("/libcoreclr.so", StringComparison.Ordinal)).End - 0x10_0000;
        ThreadStack? busy = null;
        // once more if the loop was being compiled anew just then, which leaves a mark on the stack
        for (int number = 1; busy?.Problem is null && number < 50; number += 2)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            busy = inspector.ReadStacks(stopped.Capture(number)).Thread("busy");
            Change(stopped.Records, busy.OsId, record =>
            {
                record.Registers[rip] = native;
                record.Registers[rsp] = record.Registers[rbp] = 0x1000; // no memory there
                return record;
            });
            busy = inspector.ReadStacks(stopped.Capture(number + 1)).Thread("busy");
        }
        Assert.DoesNotContain(busy!.Frames, frame => frame.ShortMethod == "Busy");
        Assert.StartsWith("<native frames not unwound>", busy.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_watchdog_is_in_no_sample_and_a_refusal_is_noted()
    {
        using TargetProcess target = TargetProcess.Start("InspectStates");
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Sample whole = inspector.ReadStacks(stopped.Capture());
        int tid = whole.Thread("busy").OsId;
        Sample sample = inspector.ReadStacks(stopped.Capture(2) with { WatchdogTid = tid, SeizeError = 1 });
        Assert.DoesNotContain(sample.Threads, thread => thread.OsId == tid);
        Assert.Equal(whole.Threads.Count - 1, sample.Threads.Count);
        Assert.Contains(sample.Notes, note => note.Contains("errno 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("InspectStates")]
    [InlineData("InspectStatesOptimized")]
    public void A_thread_that_allocates_shows_its_whole_stack(string program)
    {
        using TargetProcess target = TargetProcess.Start(program, "allocate");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        int whole = 0, doubtful = 0, tid = 0;
        for (int i = 1; whole + doubtful < 200; i++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            Sample sample = inspector.ReadStacks(stopped.Capture(i));
            if (tid == 0)
                tid = sample.Threads.FirstOrDefault(thread => thread.Name == "allocating")?.OsId ?? 0; // no names during a collection
            if (tid == 0)
                continue;
            ThreadStack thread = Assert.Single(sample.Threads, thread => thread.OsId == tid);
            // what may stand above is the store into the array alone
            string[] methods = [.. thread.Frames.Where(frame => !frame.Method.StartsWith("System.Runtime.CompilerServices.CastHelpers.", StringComparison.Ordinal)).Select(frame => frame.ShortMethod)];
            Assert.Equal(["StartCallback", "<lambda>", "Allocate"], methods);
            // asleep in the garbage collector, it may have left too little to be certain
            if (thread.Problem is not null)
                doubtful++;
            else
                whole++;
        }
        Assert.True(whole >= 198, $"only {whole} of 200 stacks are known to be whole");
    }

    [Fact]
    public void Variables_are_read_of_the_last_sample_alone()
    {
        using TargetProcess target = TargetProcess.Start("InspectStates");
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Sample first = inspector.ReadStacks(stopped.Capture(1));
        Sample second = inspector.ReadStacks(stopped.Capture(2));
        Assert.Throws<ArgumentException>(() => inspector.ReadVariables(first));
        Assert.Equal(second.Threads.Count, inspector.ReadVariables(second).Threads.Count);
    }

    [Fact]
    public void A_process_without_a_runtime_is_refused_in_words()
    {
        using var inspector = new Inspector(Environment.ProcessId, new InspectionOptions());
        using var nothing = File.OpenHandle("/dev/null");
        var capture = new CaptureInfo
        {
            Number = 1,
            Time = DateTimeOffset.UnixEpoch,
            Pause = TimeSpan.Zero,
            TargetPid = 0,
            TwinPid = 0,
            TwinMemory = nothing,
            Threads = [],
        };
        var refused = Assert.Throws<InspectionException>(() => inspector.ReadStacks(capture));
        Assert.Contains("no .NET runtime", refused.Message, StringComparison.Ordinal);
    }

    private static void Change(List<ThreadRecord> records, int tid, Func<ThreadRecord, ThreadRecord> change)
    {
        int index = records.FindIndex(record => record.Tid == tid);
        records[index] = change(records[index]);
    }
}
