using System.Runtime.InteropServices;
using ThreadState = Tripod.Wire.ThreadState;
using Tripod.Inspection.Concurrency.Waits;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;
using Tripod.Wire;

namespace Tripod.Inspection.Tests.Concurrency;

/// <summary>A thread of this process that has but one frame, and a place of its stack that is an array here.</summary>
public sealed unsafe class SleepingSlotsTests : IDisposable
{
    private const int Tid = 7;
    private const ulong First = 0x1000, Moved = 0x2000;

    private readonly TwinReader _memory = OwnProcess.Read();
    private readonly ContextLayout _layout = ContextLayout.For(RuntimeInformation.ProcessArchitecture)!;
    private readonly ThreadContexts _records;
    private readonly ContextStore _contexts;
    private readonly SleepingSlots _sleeping;
    private readonly ulong* _stack = (ulong*)NativeMemory.AllocZeroed(2, sizeof(ulong));

    public SleepingSlotsTests()
    {
        _records = new ThreadContexts(_layout);
        _contexts = new ContextStore(_layout.Size);
        _sleeping = new SleepingSlots(_records, _contexts, _memory);
        _stack[0] = First;
    }

    [Fact]
    public void A_thread_that_has_not_run_is_asked_again_only_for_what_stands_in_its_places()
    {
        Keep(Sleeping(), Slot);
        _stack[0] = Moved;
        Assert.Equal([Slot with { Object = Moved }], Find(Sleeping()));
        Assert.Equal([Slot with { Object = Moved }], Find(Sleeping())); // and so on, sample after sample
    }

    [Fact]
    public void A_thread_that_has_used_any_processor_time_is_looked_at_again()
    {
        Keep(Sleeping(), Slot);
        Assert.Null(Find(Sleeping(time: 1_000_001)));
    }

    [Fact]
    public void A_thread_that_stands_elsewhere_is_looked_at_again()
    {
        Keep(Sleeping(), Slot);
        Assert.Null(Find(Sleeping(sp: 0x7000_0008)));
        Assert.Null(Find(Sleeping(ip: 0x4000_0001)));
        Keep(Sleeping(), Slot);
        Assert.Null(Find(Sleeping(frame: 0x5000_0001)));
        Keep(Sleeping(), Slot);
        Assert.Null(Find(Sleeping(managedId: 4)));
    }

    [Fact]
    public void A_thread_that_runs_or_whose_time_is_not_counted_is_never_kept()
    {
        Keep(Sleeping(state: ThreadState.Stopped), Slot);
        Assert.Null(Find(Sleeping(state: ThreadState.Stopped)));
        Keep(Sleeping(time: 0), Slot);
        Assert.Null(Find(Sleeping(time: 0)));
    }

    [Fact]
    public void What_stands_in_a_register_is_found_by_its_copy_on_the_stack_or_not_kept()
    {
        StackSlot register = Slot with { Address = 0, Method = "Caller" };
        Keep(Sleeping(), Slot, register);
        _stack[0] = Moved;
        Assert.Equal([Slot with { Object = Moved }, Slot with { Object = Moved, Method = "Caller" }], Find(Sleeping()));

        Keep(Sleeping(), Slot, register with { Object = 0x3000 });
        Assert.Null(Find(Sleeping()));
    }

    [Fact]
    public void A_thread_that_was_left_out_of_a_sample_is_looked_at_again()
    {
        Keep(Sleeping(), Slot);
        _sleeping.BeginSample();
        Assert.Null(Find(Sleeping()));
    }

    public void Dispose()
    {
        _memory.Dispose();
        NativeMemory.Free(_stack);
    }

    private StackSlot Slot => new((ulong)_stack, First, "Wait");

    private void Keep(WalkedThread thread, params StackSlot[] slots)
    {
        _stack[0] = First;
        _sleeping.BeginSample();
        _sleeping.Keep(thread, [.. slots]);
    }

    private List<StackSlot>? Find(WalkedThread thread)
    {
        _sleeping.BeginSample();
        return _sleeping.Find(thread);
    }

    private WalkedThread Sleeping(
        ThreadState state = ThreadState.Asleep, long time = 1_000_000, ulong ip = 0x4000_0000, ulong sp = 0x7000_0000, ulong frame = 0x5000_0000, int managedId = 3)
    {
        var record = new ThreadRecord { Tid = Tid, State = state, CpuTime = time };
        for (int i = 0; i < ThreadRecord.RegisterCount; i++)
            record.Registers[i] = ip; // whichever the machine's instruction pointer is
        record.Registers[19] = sp; // user_regs_struct.rsp
        _records.BeginSample([record]);
        _contexts.Clear();
        byte[] context = new byte[_layout.Size];
        _layout.SetIp(context, frame);
        int number = _contexts.Add(context);
        return new WalkedThread(0, Tid, [new WalkedFrame(Point, number, IsLeaf: false)], new ThreadStack { ManagedId = managedId, OsId = Tid, Activity = ThreadActivity.Waiting });
    }

    private static CodePoint Point { get; } = new()
    {
        MethodDesc = 1,
        Module = 0,
        Symbols = null,
        ILOffset = -1,
        IsPrologOrEpilog = false,
        IsHidden = false,
        IsFramework = true,
        IsRoot = false,
        Frame = new Frame { Method = "Wait", ShortMethod = "Wait" },
    };
}
