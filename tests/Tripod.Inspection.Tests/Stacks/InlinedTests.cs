using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>A line of optimised code may be that of a call that was inlined: where it may be so, the frame says so.</summary>
public class InlinedTests
{
    private static readonly Dictionary<string, string> FullyOptimised = new() { ["DOTNET_TieredCompilation"] = "0" };

    [Theory]
    [InlineData("direct", "Direct", "Wait(); // direct", false)]
    [InlineData("through", "Through", "Inlined(); // through", true)]
    [InlineData("delegate", "ByDelegate", "action(); // by delegate", false)]
    public void A_caller_that_does_not_call_the_newer_frame_itself_says_so(string thread, string method, string line, bool expected)
    {
        Frame frame = Assert.Single(Find(thread, stack => stack.WaitingIn == "sleep").Frames, frame => frame.ShortMethod == method);
        Assert.Equal(line, frame.Source!.Text);
        Assert.Equal(expected, frame.MayBeInlined);
    }

    [Fact]
    public void A_call_that_was_inlined_and_moved_to_the_end_of_its_method_is_found_by_what_it_called()
    {
        Frame frame = Assert.Single(Find("result", stack => stack.WaitingIn == "task").Frames, frame => frame.ShortMethod == "Result");
        Assert.Equal("if (s_sum >= 0) result += task.GetAwaiter().GetResult(); // result", frame.Source!.Text);
        Assert.True(frame.MayBeInlined);
    }

    [Fact]
    public void A_line_that_cannot_have_called_the_newer_frame_is_not_shown()
    {
        ThreadStack thread = Find("delegates", stack => stack.WaitingIn == "sleep");
        Frame frame = Assert.Single(thread.Frames, frame => frame.ShortMethod == "Delegates");
        Assert.Equal("sum += second(2); // second", frame.Source?.Text ?? "sum += second(2); // second");
    }

    [Theory]
    [InlineData("first of two", "Two", "sum += WaitAt(1, number); // first of two")]
    [InlineData("second of two", "Two", "sum += WaitAt(2, number); // second of two")]
    [InlineData("first of three", "Three", "long first = WaitAt(1, number); // first of three")]
    [InlineData("last of three", "Three", "if (sum > 0) sum += WaitAt(3, number); // last of three")]
    public void Of_two_calls_of_a_method_that_were_moved_together_the_right_one_is_shown(string thread, string method, string line) =>
        Assert.Equal(line, LineOf(thread, "sleep", method));

    [Theory]
    [InlineData("inlined first", "InlinedAndNot", "sum += InlinedWaitAt(1, number); // inlined")]
    [InlineData("inlined twice", "InlinedTwice", "sum += InlinedWaitAt(1, number); // inlined once")]
    public void Where_one_of_them_was_inlined_the_wrong_one_is_not_shown(string thread, string method, string line) =>
        Assert.Equal(line, LineOf(thread, "sleep", method) ?? line);

    [Theory]
    [InlineData("first result", "if (s_sum >= 0) result += first.GetAwaiter().GetResult(); // first result")]
    [InlineData("second result", "if (s_sum >= 0) result += second.GetAwaiter().GetResult(); // second result")]
    public void A_call_that_was_moved_to_the_end_of_its_method_is_found_by_what_jumps_to_it(string thread, string line) =>
        Assert.Equal(line, LineOf(thread, "task", "Results"));

    [Theory]
    [InlineData("field", "UseField", "if (sum > 0) sum += WithField<int>.Value; // field")]
    [InlineData("fields", "UseFields", "if (sum > 0) sum += WithField<long>.Value; // second field")]
    [InlineData("constructor", "UseConstructor", "if (sum > 0) sum += new WithConstructor(number).Value; // constructor")]
    public void Who_uses_a_type_first_stands_where_its_static_constructor_is_run(string thread, string method, string line) =>
        Assert.Equal(line, LineOf(thread, "sleep", method));

    [Theory]
    [InlineData("counting", "Count", false)]
    [InlineData("calling", "Call", true)]
    public void The_newest_frame_says_so_where_its_line_calls_anything(string thread, string method, bool expected)
    {
        Frame frame = Find(thread, stack => stack is { Activity: ThreadActivity.Running, Frames: [.., { Source: not null }] }
            && stack.Frames[^1].ShortMethod == method && stack.Frames[^1].Source!.Text!.Contains('=', StringComparison.Ordinal)).Frames[^1];
        Assert.Equal(expected, frame.MayBeInlined);
    }

    private static string? LineOf(string thread, string waitsIn, string method) =>
        Assert.Single(Find(thread, stack => stack.WaitingIn == waitsIn).Frames, frame => frame.ShortMethod == method).Source?.Text;

    private static ThreadStack Find(string name, Func<ThreadStack, bool> isThere)
    {
        using TargetProcess target = TargetProcess.Start("InspectInlined", FullyOptimised);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        for (long number = 1; ; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            ThreadStack thread = inspector.ReadStacks(stopped.Capture(number)).Thread(name);
            if (isThere(thread))
                return thread;
        }
    }
}
