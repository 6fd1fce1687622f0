using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Runs;

/// <summary>
/// Runs a target without Tripod and with it and gives both outcomes, which a test compares. What a run lets the world
/// see is in <see cref="Outcome"/>: another property to compare is another property there.
/// </summary>
internal static partial class Twice
{
    /// <param name="launch">The target; its <see cref="Launch.Sampled"/> is set here.</param>
    /// <param name="drive">What the test does while the target runs, in both runs the same.</param>
    internal static async Task<(Outcome Plain, Outcome Sampled)> Run(Launch launch, Func<TargetRun, Task>? drive = null)
    {
        // one set of folders: the target may print where it is
        using var scratch = new Scratch();
        Outcome plain = await Once(launch with { Sampled = false }, scratch, drive);
        scratch.Empty();
        return (plain, await Once(launch with { Sampled = true }, scratch, drive));
    }

    internal static void AssertSame((Outcome Plain, Outcome Sampled) both)
    {
        Assert.Equal(both.Plain.ExitStatus, both.Sampled.ExitStatus);
        Assert.Equal(Text(both.Plain.Output), Text(both.Sampled.Output));
        Assert.Equal(Text(both.Plain.Error), Text(both.Sampled.Error));
        Assert.Equal(both.Plain.Remains.Select(WithoutPid), both.Sampled.Remains.Select(WithoutPid));
    }

    /// <summary>A runtime that is killed leaves its diagnostic sockets behind, whose names tell its process id and start.</summary>
    private static string WithoutPid(string path) => RuntimeFile().Replace(path, "$1-N");

    [GeneratedRegex(@"(clr-debug-pipe|dotnet-diagnostic)-[0-9]+-[0-9]+")]
    private static partial Regex RuntimeFile();

    // one character a byte: a difference is shown as text, and no byte is lost
    private static string Text(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    private static async Task<Outcome> Once(Launch launch, Scratch scratch, Func<TargetRun, Task>? drive)
    {
        await using var run = TargetRun.Start(launch, scratch);
        if (drive is not null)
            await drive(run);
        return await run.End();
    }
}
