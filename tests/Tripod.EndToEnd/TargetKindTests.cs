using System.Text;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Every kind of target runs as it runs without Tripod, and is sampled if it can be.</summary>
public sealed class TargetKindTests
{
    [Fact]
    public async Task An_apphost()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.OfApphost("Exits", "return", "3", "wait"), SampleAndSay);

        Twice.AssertSame(both);
        Assert.Equal(3, both.Sampled.ExitStatus);
    }

    [Fact]
    public async Task A_web_application_that_answers_while_it_is_sampled()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Web"), SampleAndSay);

        Twice.AssertSame(both);
        Assert.Equal(4, both.Sampled.ExitStatus);
        string output = Encoding.UTF8.GetString(both.Sampled.Output);
        Assert.Contains("Hello, world\n", output, StringComparison.Ordinal);
        Assert.Contains("server GC: True\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "of development")]
    [InlineData("Production", "of every environment")]
    public async Task A_web_application_has_its_settings_its_content_root_and_its_static_assets(string environment, string place)
    {
        string root = Path.GetDirectoryName(Artifacts.Target("Web"))!;
        Launch launch = Launch.Of("Web", "--contentRoot", root) with
        {
            Environment = new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = environment },
        };

        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch, SampleAndSay);

        Twice.AssertSame(both);
        string output = Encoding.UTF8.GetString(both.Sampled.Output);
        Assert.Contains($"settings: of every environment, {place}, {environment}\n", output, StringComparison.Ordinal);
        Assert.Contains($"content root: {root}", output, StringComparison.Ordinal);
        // only in development assets come from where the source is: elsewhere they would have to be published
        Assert.Equal(environment == "Development", output.Contains("a static asset\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_with_packages_of_Tripods_own_loads_its_own_of_them()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("OwnPackages"), async run =>
        {
            await run.Line("ready");
            if (run.Launch.Sampled)
                AssertShowsGreeting(await run.Sample(sample => MainOf(sample).SourceText == "Handshake.WaitForWord();"));
            run.Say();
        });

        Twice.AssertSame(both);
        string output = Encoding.UTF8.GetString(both.Sampled.Output);
        Assert.Contains("Microsoft.CodeAnalysis.CSharp, Version=4.8.0.0,", output, StringComparison.Ordinal);
        Assert.Contains("OwnPackages.resources, Version=0.1.0.0, Culture=de,", output, StringComparison.Ordinal);
        Assert.Contains("SQLite 3", output, StringComparison.Ordinal); // the library in runtimes/ was found
    }

    private static void AssertShowsGreeting(LoggedSample sample)
    {
        LoggedFrame frame = MainOf(sample);
        Assert.Equal("\"guten Tag\"", frame.Locals["greeting"]);
        Assert.StartsWith("Logger {", frame.Locals["log"], StringComparison.Ordinal);
    }

    private static LoggedFrame MainOf(LoggedSample sample) =>
        sample.Main.Frames.Single(frame => frame.Method.EndsWith("Program.Main", StringComparison.Ordinal));

    private static async Task SampleAndSay(TargetRun run)
    {
        await run.SampleSomewhile();
        run.Say();
    }
}
