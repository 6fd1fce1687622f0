using Tripod.Commands;
using Tripod.Samples;
using Tripod.Settings;

namespace Tripod.Tests.Settings;

public class RunSettingsTests
{
    [Fact]
    public void Without_options_and_variables_the_defaults_hold()
    {
        var settings = Read("", []);

        Assert.Equal(TimeSpan.FromSeconds(5), settings.Interval);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.Deadline);
        Assert.Null(settings.Output);
        Assert.True(settings.StackVars);
        Assert.Equal(new Limits(), settings.Limits);
    }

    [Fact]
    public void A_variable_comes_before_the_default() =>
        Assert.Equal(TimeSpan.FromSeconds(0.25), Read("", new() { ["TRIPOD_INTERVAL"] = "0.25" }).Interval);

    [Fact]
    public void An_option_comes_before_the_variable() =>
        Assert.Equal(TimeSpan.FromSeconds(2), Read("--interval 2", new() { ["TRIPOD_INTERVAL"] = "abc" }).Interval);

    [Fact]
    public void An_empty_variable_is_no_value() =>
        Assert.Null(Read("", new() { ["TRIPOD_OUTPUT"] = "" }).Output);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0.009")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("2000000")]
    public void An_interval_that_is_no_number_of_seconds_from_a_hundredth_up_is_refused(string interval)
    {
        var failure = Assert.Throws<LaunchException>(() => Read("", new() { ["TRIPOD_INTERVAL"] = interval }));

        Assert.Contains("TRIPOD_INTERVAL", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"'{interval}'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Failed, failure.ExitStatus);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("no", false)]
    [InlineData("1", true)]
    [InlineData("TRUE", true)]
    public void Variables_of_frames_can_be_switched(string text, bool expected) =>
        Assert.Equal(expected, Read("", new() { ["TRIPOD_STACK_VARS"] = text }).StackVars);

    [Theory]
    [InlineData("", "", false)]
    [InlineData("", "0", false)]
    [InlineData("", "1", true)]
    [InlineData("--quiet", "", true)]
    [InlineData("--quiet", "0", true)]
    public void A_flag_is_its_option_alone_or_its_variable_with_a_value(string option, string variable, bool expected) =>
        Assert.Equal(expected, Read(option, new() { ["TRIPOD_QUIET"] = variable }).Quiet);

    [Theory]
    [InlineData("", "", false)]
    [InlineData("", "0", false)]
    [InlineData("", "1", true)]
    [InlineData("--statics", "0", true)]
    public void Static_fields_are_shown_on_request(string option, string variable, bool expected) =>
        Assert.Equal(expected, Read(option, new() { ["TRIPOD_STATICS"] = variable }).Statics);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("--no-cache", "", false)]
    [InlineData("", "1", false)]
    [InlineData("", "0", true)]
    public void Compiled_scripts_are_kept_unless_the_user_says_otherwise(string option, string variable, bool expected) =>
        Assert.Equal(expected, Read(option, new() { ["TRIPOD_NO_CACHE"] = variable }).Cache);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "0", false)]
    [InlineData("--enabled 1", "0", true)]
    [InlineData("--enabled 0", "1", false)]
    public void Sampling_can_be_switched_off(string option, string variable, bool expected) =>
        Assert.Equal(expected, Read(option, new() { ["TRIPOD_ENABLED"] = variable }).Enabled);

    [Fact]
    public void Every_limit_has_an_option_and_a_variable()
    {
        var limits = Read("--max-depth 1 --max-items 2 --max-string 3", new()
        {
            ["TRIPOD_MAX_NODES"] = "4",
            ["TRIPOD_MAX_FRAMES"] = "5",
            ["TRIPOD_MAX_THREADS"] = "6",
            ["TRIPOD_MAX_ASYNC_TIME"] = "7",
            ["TRIPOD_MAX_CHAINS"] = "8",
            ["TRIPOD_MAX_STATIC_TYPES"] = "9",
        }).Limits;

        Assert.Equal(new Limits { Depth = 1, Items = 2, StringLength = 3, Nodes = 4, Frames = 5, Threads = 6, AsyncTime = 7, Chains = 8, StaticTypes = 9 }, limits);
    }

    [Fact]
    public void The_example_file_lists_every_variable_with_its_default()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Architecture.Repository.Root, "tripod.env.example"));
        var example = lines.Where(line => line.StartsWith("TRIPOD_", StringComparison.Ordinal)).ToDictionary(line => line.Split('=')[0], line => line.Split('=')[1]);

        Assert.Equal(RunSettings.All.Select(setting => setting.Variable).Order(), example.Keys.Order());
        Assert.Equal(Read("", []), Read("", example));
    }

    private static RunSettings Read(string options, Dictionary<string, string> environment) =>
        RunSettings.Read(RunArguments.Parse(options.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Options, environment.GetValueOrDefault);
}
