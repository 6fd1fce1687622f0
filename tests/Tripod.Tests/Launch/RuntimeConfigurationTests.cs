using Tripod.Launch;

namespace Tripod.Tests.Launch;

public sealed class RuntimeConfigurationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tripod-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""", null)]
    [InlineData("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "6.0.0" } } }""", "built for .NET 6")]
    [InlineData("""{ "runtimeOptions": { "frameworks": [ { "name": "Microsoft.AspNetCore.App", "version": "7.0.1" } ] } }""", "built for .NET 7")]
    [InlineData("""{ "runtimeOptions": { "configProperties": { "System.StartupHookProvider.IsSupported": false } } }""", "startup hooks off")]
    [InlineData("""{ "runtimeOptions": { "configProperties": { "System.StartupHookProvider.IsSupported": true }, }, /* lenient */ }""", null)]
    [InlineData("""{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"6.0.0"}}}""", "built for .NET 6")]
    [InlineData("""{ "runtimeOptions": { "framework": { "name": "A", "version": "8.0.0" }, "configProperties": { "System.Startup\u0048ookProvider.IsSupported": false } } }""", "startup hooks off")]
    [InlineData("""{ "runtimeOptions": { "frameworks": [ { "version": "7.0.0" }, { "version": "10.0.0" } ] } }""", "built for .NET 7")]
    [InlineData("""{ "runtimeOptions": { "framework": { "version": "100.0.0" } } }""", null)]
    [InlineData("not json", null)]
    public void What_keeps_the_hook_from_loading_is_seen_before(string json, string? obstacle)
    {
        string path = Path.Combine(_directory, "App.runtimeconfig.json");
        File.WriteAllText(path, json);

        string? found = RuntimeConfiguration.Obstacle(path);

        if (obstacle is null)
            Assert.Null(found);
        else
            Assert.Contains(obstacle, found, StringComparison.Ordinal);
    }
}
