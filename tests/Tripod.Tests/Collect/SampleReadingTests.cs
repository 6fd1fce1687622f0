using Tripod.Collect;
using Tripod.Inspection;
using Tripod.Log;
using Tripod.Samples;
using Tripod.Wire;

namespace Tripod.Tests.Collect;

public sealed class SampleReadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tripod-reading-").FullName;
    private readonly string _path;

    public SampleReadingTests() => _path = LogFile.Create(_folder, new RunHeader
    {
        Target = "slow.csx",
        ProcessId = 1,
        Started = DateTimeOffset.UnixEpoch,
        Interval = TimeSpan.FromSeconds(5),
        WorkingDirectory = "/",
        Version = "1",
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, "stacks")]
    [InlineData(1, "waits")]
    [InlineData(2, "async methods")]
    [InlineData(3, "variables")]
    public void A_step_that_fails_costs_the_rest_of_its_sample_and_the_next_is_whole(int step, string part)
    {
        var (first, second, log) = Read(new FailingInspector(step, endsTarget: false));

        string whose = step == 0 ? "Sample" : "The rest of sample";
        Assert.Contains($"Note: {whose} 1 could not be read, from its {part} on: InvalidDataException: it makes no sense\n", log, StringComparison.Ordinal);
        AssertRest(step, first, second, log);
    }

    [Theory]
    [InlineData(0, "stacks")]
    [InlineData(1, "waits")]
    [InlineData(2, "async methods")]
    [InlineData(3, "variables")]
    public void What_was_read_while_the_twin_was_killed_is_not_told(int step, string part)
    {
        var (first, second, log) = Read(new FailingInspector(step, endsTarget: true));

        string whose = step == 0 ? "Sample" : "The rest of sample";
        Assert.Contains($"Note: {whose} 1 was lost: the target ended before its {part} were read\n", log, StringComparison.Ordinal);
        AssertRest(step, first, second, log);
    }

    private static void AssertRest(int step, SkipReason first, SkipReason second, string log)
    {
        Assert.Equal((step == 0 ? SkipReason.InspectionFailed : SkipReason.None, SkipReason.None), (first, second));
        string[] samples = log.Split("Z Sample ")[1..];
        Assert.Equal(step == 0 ? 1 : 2, samples.Length);
        string[] parts = ["Thread 1 ", "Thread 1 is waiting for lock <Door>", "Pending async work, on no thread's stack: 3 chains", "Full backtrace with local variables:"];
        if (step > 0)
            Assert.Equal(parts[..step], parts.Where(part => samples[0].Contains(part, StringComparison.Ordinal)));
        Assert.All(parts, part => Assert.Contains(part, samples[^1], StringComparison.Ordinal));
    }

    private (SkipReason First, SkipReason Second, string Log) Read(IInspector inspector)
    {
        using (var log = new SampleLog(_path))
        {
            var reading = new SampleReading(inspector, log, hasVariables: true);
            return (reading.Read(1, () => Capture(1), 0), reading.Read(2, () => Capture(2), 0), File.ReadAllText(_path));
        }
    }

    private static CaptureInfo Capture(long number) => new() { Number = number, Time = DateTimeOffset.UnixEpoch, Pause = default, TargetPid = 1, TwinPid = 2, Threads = [] };

    /// <summary>Reads a thread at a door; of the first sample one step fails.</summary>
    private sealed class FailingInspector(int step, bool endsTarget) : IInspector
    {
        private int _done = -1;

        public string? Runtime => ".NET";

        public bool IsTwinIntact { get; private set; } = true;

        public Sample ReadStacks(CaptureInfo capture)
        {
            IsTwinIntact = true;
            return Do(0, new Sample { Number = capture.Number, Time = capture.Time, Reason = SampleReason.Interval, Pause = capture.Pause, Threads = [Waiter] });
        }

        public Sample ReadWaits(Sample brief) => Do(1, brief with { Threads = [Waiter with { Wait = new ThreadWait { What = "Door" } }] });

        public Sample ReadPending(Sample brief) => Do(2, brief with { Pending = new PendingWork { Chains = [new AsyncChain { Count = 3, WaitsFor = "a task" }] } });

        public Sample ReadVariables(Sample brief) => Do(3, brief);

        public void Dispose()
        {
        }

        private static ThreadStack Waiter => new()
        {
            ManagedId = 1,
            OsId = 1,
            Kind = ThreadKind.Main,
            Activity = ThreadActivity.Waiting,
            WaitingIn = "lock",
            Frames = [new Frame { Method = "Main", ShortMethod = "Main", Assembly = "slow.dll" }],
        };

        private Sample Do(int now, Sample sample)
        {
            _done++;
            if (_done != step)
                return sample;
            Assert.Equal(step, now);
            IsTwinIntact = !endsTarget;
            return endsTarget ? sample : throw new InvalidDataException("it makes no sense");
        }
    }
}
