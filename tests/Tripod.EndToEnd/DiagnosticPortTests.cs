using System.Net.Sockets;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class DiagnosticPortTests
{
    /// <summary>
    /// The launcher is a .NET process too and has the same process id: what it leaves in the temporary directory must
    /// not stand in the target's way, or dotnet-trace, dotnet-counters and dotnet-dump cannot reach it.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_targets_diagnostic_port_answers(bool sampled)
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked") with { Sampled = sampled });

        string port = Directory.GetFiles(run.Scratch.Temporary, $"dotnet-diagnostic-{run.Pid}-*-socket").Single();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(port), TestContext.Current.CancellationToken);
        Assert.True(socket.Connected);
    }
}
