using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Programs that are named by a symbolic link: the host follows it before it looks for what lies beside them.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task A_link_to_a_dll_is_sampled()
    {
        using var links = new Scratch();
        Launch launch = Launch.Of("Exits", "return", "3", "wait") with { Target = Link(links, "link.dll", Artifacts.Target("Exits")) };

        Twice.AssertSame(await Twice.Run(launch, async run =>
        {
            await run.SampleSomewhile();
            run.Say();
        }));
    }

    [Fact]
    public async Task A_link_to_an_executable_whose_hooks_are_off_is_told_so()
    {
        using var links = new Scratch();
        string executable = Path.ChangeExtension(Artifacts.Target("NoHooks"), null);
        await using TargetRun run = TargetRun.Start(new Launch { Target = Link(links, "link", executable) });

        Assert.Equal(6, await run.Exit());
        Assert.Contains("Not sampling", Assert.Single(run.Error.Lines), StringComparison.Ordinal);
    }

    private static string Link(Scratch scratch, string name, string target) =>
        File.CreateSymbolicLink(Path.Combine(scratch.Root, name), target).FullName;
}
