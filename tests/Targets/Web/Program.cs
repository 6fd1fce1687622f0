using System.Runtime;

namespace Web;

/// <summary>Serves a greeting and a static asset on a port of the kernel's choice, asks itself for them, and stops.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication app = builder.Build();
        app.MapStaticAssets();
        app.MapGet("/greet/{name}", (string name) => $"Hello, {name}");
        await app.StartAsync();
        Handshake.Reached();
        Handshake.WaitForWord();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Console.WriteLine(await client.GetStringAsync(new Uri("/greet/world", UriKind.Relative)));
        Console.Write(await client.GetStringAsync(new Uri("/asset.txt", UriKind.Relative)));
        Console.WriteLine($"settings: {app.Configuration["Greeting"]}, {app.Configuration["Place"]}, {app.Environment.EnvironmentName}");
        Console.WriteLine($"content root: {app.Environment.ContentRootPath}, server GC: {GCSettings.IsServerGC}");
        await app.StopAsync();
        return 4;
    }
}
