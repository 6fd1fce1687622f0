using System.Text;
using Tripod.Launch;

namespace Tripod.Tests.Launch;

public sealed class RuntimeConfigurationTests
{
    [Theory]
    [InlineData("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""", null)]
    [InlineData("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "6.0.0" } } }""", "built for .NET 6")]
    [InlineData("""{ "runtimeOptions": { "frameworks": [ { "name": "Microsoft.AspNetCore.App", "version": "7.0.1" } ] } }""", "built for .NET 7")]
    [InlineData("""{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"6.0.0"}}}""", "built for .NET 6")]
    [InlineData("""{ "runtimeOptions": { "frameworks": [ { "version": "7.0.0" }, { "version": "10.0.0" } ] } }""", "built for .NET 7")]
    [InlineData("""{ "runtimeOptions": { "includedFrameworks": [ { "version": "6.0.0" } ] } }""", "built for .NET 6")]
    [InlineData("""{ "runtimeOptions": { "framework": { "version": "100.0.0" } } }""", null)]
    [InlineData("not json", null)]
    public void A_runtime_that_is_too_old_is_seen_before(string json, string? obstacle)
    {
        string? found = Read(json).TooOld;

        if (obstacle is null)
            Assert.Null(found);
        else
            Assert.Contains(obstacle, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "runtimeOptions": { "configProperties": { "System.StartupHookProvider.IsSupported": false } } }""", true)]
    [InlineData("""{ "runtimeOptions": { "configProperties": { "System.StartupHookProvider.IsSupported": "False" } } }""", true)]
    [InlineData("""{ "runtimeOptions": { "configProperties": { "System.StartupHookProvider.IsSupported": true }, }, /* lenient */ }""", false)]
    [InlineData("""{ "runtimeOptions": { "configProperties": { "System.StartupHookProvider.IsSupported": 0 } } }""", false)]
    [InlineData("""{ "runtimeOptions": { "framework": { "name": "A", "version": "8.0.0" }, "configProperties": { "System.Startup\u0048ookProvider.IsSupported": false } } }""", true)]
    [InlineData("\ufeff{ \"runtimeOptions\": { \"configProperties\": { \"System.StartupHookProvider.IsSupported\": false } } }", true)]
    public void Hooks_that_are_off_are_seen_before_and_the_copy_has_them_on(string json, bool areOff)
    {
        Assert.Equal(areOff, Read(json).SwitchesHooksOff);
        Assert.False(RuntimeConfiguration.Of(HooksSwitchedOn.Change(Encoding.UTF8.GetBytes(json))).SwitchesHooksOff);
    }

    [Fact]
    public void A_program_that_brings_its_runtime_is_told_apart()
    {
        Assert.Equal("10.0.12", Read("""{ "runtimeOptions": { "includedFrameworks": [ { "version": "10.0.12" } ] } }""").OwnRuntime);
        Assert.Null(Read("""{ "runtimeOptions": { "framework": { "version": "10.0.0" }, "configProperties": { "System.StartupHookProvider.IsSupported": false } } }""").OwnRuntime);
    }

    [Fact]
    public void The_copy_differs_in_nothing_else()
    {
        string changed = Encoding.UTF8.GetString(HooksSwitchedOn.Change("""
            { "runtimeOptions": { "configProperties": { "a": 1e2, "System.StartupHookProvider.IsSupported": false, "b": "false" } } } // end
            """u8.ToArray()));

        Assert.Equal("""
            { "runtimeOptions": { "configProperties": { "a": 1e2, "System.StartupHookProvider.IsSupported": true , "b": "false" } } } // end
            """, changed);
    }

    private static RuntimeConfiguration Read(string json) => RuntimeConfiguration.Of(Encoding.UTF8.GetBytes(json));
}
