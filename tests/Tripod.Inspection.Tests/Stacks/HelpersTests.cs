using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>Threads that are in the runtime's helpers and services most of the time, each stack of which is known.</summary>
public sealed class HelpersTests(ITestOutputHelper output)
{
    private const int Samples = 60;

    // the frames of the program's own, the oldest first; what stands above them is the framework's
    private static readonly Dictionary<string, string[]> Stacks = new()
    {
        ["allocating"] = ["<lambda> Allocate"],
        ["storing"] = ["<lambda> Store"],
        ["casting"] = ["<lambda> Cast"],
        ["generic virtual"] = ["<lambda> CallGeneric", "<lambda> CallGeneric Make"],
        ["interface"] = ["<lambda> CallInterface", "<lambda> CallInterface Number"],
        ["type loading"] = ["<lambda> LoadTypes"],
        ["compiling"] = ["<lambda> Compile"],
        ["contended 1"] = ["<lambda> Contend"],
        ["contended 2"] = ["<lambda> Contend"],
        ["native call"] = ["<lambda> CallNative"],
        ["collecting"] = ["<lambda> Collect"],
        // none to six calls deep, and one more for a finally block
        ["throwing"] = [.. Enumerable.Range(0, 8).Select(depth => "<lambda> Throw" + string.Concat(Enumerable.Repeat(" Fail", depth)))],
    };

    [Theory]
    [InlineData("helpers")]
    [InlineData("collections")]
    public void A_thread_in_a_helper_of_the_runtime_shows_its_whole_stack_and_no_frame_more(string mode)
    {
        using TargetProcess target = TargetProcess.Start("InspectNative", mode);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        var names = new Dictionary<int, string>(); // none are read while garbage is collected
        List<string> wrong = [];
        int whole = 0, doubtful = 0;
        for (int number = 1; number <= Samples; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            foreach (ThreadStack thread in inspector.ReadStacks(stopped.Capture(number)).Threads)
            {
                if (thread.Name is { } known)
                    names[thread.OsId] = known;
                if (!names.TryGetValue(thread.OsId, out string? name) || !Stacks.TryGetValue(name, out string[]? expected))
                    continue;
                string own = string.Join(' ', thread.Frames.Where(frame => frame.Assembly == "InspectNative.dll").Select(frame => frame.ShortMethod));
                // asleep in the garbage collector, a thread may have left too little to be certain
                if (thread is { Activity: ThreadActivity.Waiting, Problem: { } problem } && problem.StartsWith("<native frames not unwound>", StringComparison.Ordinal))
                    doubtful++;
                else if (thread is { Problem: null, Frames: [{ ShortMethod: "StartCallback" }, ..] } && expected.Contains(own))
                    whole++;
                else
                    wrong.Add($"{number} {name} {thread.Activity}: {own} ({thread.Problem})");
            }
        }
        output.WriteLine($"{whole} whole, {doubtful} doubtful, {wrong.Count} wrong");
        Assert.Empty(wrong);
        Assert.True(whole > 200 * doubtful && whole > Samples, $"only {whole} stacks are known to be whole, and {doubtful} are not");
    }
}
