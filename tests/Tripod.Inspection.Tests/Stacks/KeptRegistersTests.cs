using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Tests.Variables;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>
/// Values of optimised methods in registers that calls keep, while native code has these registers for its own. The
/// values follow from the variables' names.
/// </summary>
public sealed class KeptRegistersTests
{
    private static readonly Lazy<Sample> Read = new(ReadSample);

    // stopped while it runs in libc; blocked in the runtime, whose frames saved the registers; behind a callback
    [Theory]
    [InlineData("running", "Running", 5)]
    [InlineData("sleep", "Sleeping", 4)]
    [InlineData("monitor", "Entering", 4)]
    [InlineData("sorting", "Sorting", 5)]
    [InlineData("sorting", "Comparing", 5)]
    public void Values_are_right_where_native_code_has_saved_the_registers(string thread, string method, int count)
    {
        Variable[] values = ValuesOf(thread, method);
        Assert.Equal(count, values.Length);
        Assert.All(values, value => Assert.Equal(ExpectedValue.Of(value.Name), ExpectedValue.Text(value.Value)));
    }

    // of a thread that was asleep in a system call nothing is known but where it stands, and libc saved few registers
    [Theory]
    [InlineData("poll", "Polling", 6)]
    [InlineData("nanosleep", "Nanosleeping", 5)]
    public void Values_are_unavailable_where_nobody_has_saved_the_registers(string thread, string method, int count)
    {
        Variable[] values = ValuesOf(thread, method);
        Assert.Equal(count, values.Length);
        Assert.All(values, value => Assert.True(
            value.Value == Value.Unavailable || ExpectedValue.Text(value.Value) == ExpectedValue.Of(value.Name), $"{value.Name} = {value.Value}"));
    }

    [Fact]
    public void No_value_is_wrong_while_objects_move()
    {
        using TargetProcess target = TargetProcess.Start("InspectNative", "moving");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        var tally = new Tally();
        for (int number = 1; number <= 40; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            tally.Add(inspector.ReadVariables(inspector.ReadStacks(stopped.Capture(number))));
        }
        Assert.Empty(tally.Wrong);
        Assert.True(tally.Right > tally.Unavailable, tally.ToString());
    }

    // a reference is not left in a register over a call of native code, because the garbage collector could not move it
    [Theory]
    [InlineData("poll", "Polling")]
    [InlineData("nanosleep", "Nanosleeping")]
    public void A_reference_is_right_in_any_case(string thread, string method)
    {
        Variable text = Assert.Single(ValuesOf(thread, method), value => value.Name.EndsWith('s'));
        Assert.Equal(ExpectedValue.Of(text.Name), ExpectedValue.Text(text.Value));
    }

    private static Variable[] ValuesOf(string thread, string method)
    {
        Frame frame = Assert.Single(Read.Value.Thread(thread).Frames, frame => frame.ShortMethod == method);
        return [.. frame.Locals.Where(local => ExpectedValue.Of(local.Name) is not null)];
    }

    // a thread counts as there when it has come to its call, which may take a moment more
    private static Sample ReadSample()
    {
        using TargetProcess target = TargetProcess.Start("InspectNative", "registers");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        for (long number = 1; ; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            Sample sample = inspector.ReadStacks(stopped.Capture(number));
            bool isSettled = sample.Threads.Count(thread => thread is { Activity: ThreadActivity.Waiting, Name: "poll" or "nanosleep" or "sleep" or "monitor" or "sorting" }) == 5
                && sample.Threads.Any(thread => thread is { Name: "running", Frames: [.., { ShortMethod: "Running" }] });
            if (isSettled || number == 50)
                return inspector.ReadVariables(sample);
        }
    }
}
