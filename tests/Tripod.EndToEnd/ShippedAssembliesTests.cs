using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What lies beside the command, as the build lays it out.</summary>
public sealed class ShippedAssembliesTests
{
    private static readonly string Folder = Path.GetDirectoryName(Artifacts.Tripod)!;

    [Fact]
    public void Nothing_is_shipped_that_signs_in_to_symbol_servers_and_nothing_else_is_missing()
    {
        string[] missing = [.. Directory.GetFiles(Folder, "*.dll").SelectMany(path => References(path).Where(IsMissing).Select(name => $"{Path.GetFileName(path)} -> {name}")).Order(StringComparer.Ordinal)];

        // ClrMD's SymbolServer alone
        Assert.Equal(["Microsoft.Diagnostics.Runtime.dll -> Azure.Core"], missing);
    }

    [Fact]
    public async Task A_collector_loads_none_of_what_is_missing()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Stuck"));
        await run.MoreSamples(2);
        string maps = await File.ReadAllTextAsync($"/proc/{run.Collector!.Pid}/maps", TestContext.Current.CancellationToken);

        Assert.Contains("/Microsoft.Diagnostics.Runtime.dll\n", maps, StringComparison.Ordinal);
        Assert.DoesNotContain("/Microsoft.Diagnostics.NETCore.Client.dll\n", maps, StringComparison.Ordinal);
        Assert.DoesNotContain("System.Net", maps, StringComparison.Ordinal);
    }

    private static bool IsMissing(string name) =>
        !File.Exists(Path.Combine(Folder, name + ".dll")) && !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));

    private static string[] References(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
