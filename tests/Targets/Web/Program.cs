using System.Runtime;

namespace Web;

/// <summary>Serves one greeting on a port of the kernel's choice, asks itself for it, and stops.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication app = builder.Build();
        app.MapGet("/greet/{name}", (string name) => $"Hello, {name}");
        await app.StartAsync();
        Handshake.Reached();
        Handshake.WaitForWord();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Console.WriteLine(await client.GetStringAsync(new Uri("/greet/world", UriKind.Relative)));
        Console.WriteLine($"content root: {app.Environment.ContentRootPath}, server GC: {GCSettings.IsServerGC}");
        await app.StopAsync();
        return 4;
    }
}
