using Tripod.Commands;
using Tripod.Launch;
using Tripod.Settings;
using Tripod.Wire;

namespace Tripod.Tests.Launch;

public sealed class RunDescriptionTests
{
    [Fact]
    public void The_head_of_the_log_names_every_limit_with_its_value()
    {
        string[] options = [.. LimitSettings.All.SelectMany((limit, i) => new[] { limit.Option, $"{(limit.Name == "max-bytes" ? 10_000 : i + 1)}" })];

        Assert.Equal(
            ["variables on", "deadline 3 s", .. options.Chunk(2).Select(option => $"{option[0][2..]} {option[1]}")],
            Settings(options));
    }

    [Fact]
    public void The_head_of_the_log_names_the_switches_that_change_what_is_shown()
    {
        Assert.Equal(["variables on", "static fields", "raw stacks", "deadline 0.5 s"], Settings("--statics", "--raw", "--deadline", "0.5").Take(4));
        Assert.Equal(["variables off", "deadline 3 s"], Settings("--statics", "--stack-vars", "0").Take(2));
    }

    private static IReadOnlyList<string> Settings(params string[] options) =>
        RunDescription.Of(new Nothing(), [], RunSettings.Read(RunArguments.Parse(options).Options, _ => null)).Settings;

    private sealed class Nothing : TargetPlan
    {
        public override string Path => "nothing.dll";

        public override ExecPlan Sampled(Handover handover) => throw new NotSupportedException();

        public override ExecPlan Unsampled() => throw new NotSupportedException();
    }
}
