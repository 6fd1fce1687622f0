using System.Text;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What a target can learn of itself is what it would learn without Tripod, before the first sample and after some.</summary>
public sealed class DifferenceTests
{
    private const string OwnThread = "Tripod watchdog";
    private const string OwnAssembly = "assembly: Tripod.Host";

    private static readonly string[] OwnFacades = ["assembly: System.Runtime.Loader", "assembly: System.Threading.Thread"];

    [Fact]
    public async Task A_target_sees_the_same_of_itself() => await AssertSeesTheSame(Launch.Of("Mirror", "a b", "--interval"));

    [Fact]
    public async Task An_apphost_sees_the_same_of_itself() => await AssertSeesTheSame(Launch.OfApphost("Mirror", "a b"));

    [Fact]
    public async Task A_target_with_Server_GC_sees_the_same_of_itself()
    {
        string output = await AssertSeesTheSame(With(Launch.Of("Mirror"), "DOTNET_gcServer", "1"));

        Assert.Contains("server GC: True\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_startup_hook_of_the_users_own_runs_and_is_all_that_the_target_sees()
    {
        string hook = Artifacts.Target("Mirror");
        string output = await AssertSeesTheSame(With(Launch.Of("Mirror"), "DOTNET_STARTUP_HOOKS", hook));

        Assert.StartsWith("the user's hook ran\n", output, StringComparison.Ordinal);
        Assert.Contains($"a child's environment: DOTNET_STARTUP_HOOKS={hook}\n", output, StringComparison.Ordinal);
        Assert.Contains($"libc has DOTNET_STARTUP_HOOKS: {hook}\n", output, StringComparison.Ordinal);
    }

    private static Launch With(Launch launch, string variable, string value) =>
        launch with { Environment = new Dictionary<string, string?> { [variable] = value } };

    /// <summary>Gives the sampled target's output.</summary>
    private static async Task<string> AssertSeesTheSame(Launch launch)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch, async run =>
        {
            await run.SampleSomewhile(5);
            run.Say();
        });
        string plain = Encoding.UTF8.GetString(both.Plain.Output);
        string sampled = Encoding.UTF8.GetString(both.Sampled.Output);

        Assert.Equal(Lines(plain), Lines(sampled));
        AssertAssemblies(Assemblies(plain), Assemblies(sampled));
        Assert.Equal(both.Plain.ExitStatus, both.Sampled.ExitStatus);
        Assert.Equal(both.Plain.Error, both.Sampled.Error);
        Assert.Contains(OwnThread, sampled, StringComparison.Ordinal); // the mirror does see what there is to be seen
        return sampled;
    }

    /// <summary>All but the assemblies, the one thread that is ours, and the variable that tells the test's runs apart.</summary>
    private static string[] Lines(string output) =>
    [
        .. output.Split('\n').Where(line => !line.StartsWith("assembly: ", StringComparison.Ordinal) && !line.Contains(Processes.Mark + "=", StringComparison.Ordinal))
            .Select(line => line.Replace(", " + OwnThread, "", StringComparison.Ordinal)),
    ];

    private static string[] Assemblies(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith("assembly: ", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The host itself, two of the runtime's that only lead to System.Private.CoreLib, and nothing else.</summary>
    private static void AssertAssemblies(string[] plain, string[] sampled)
    {
        Assert.Empty(plain.Except(sampled));
        string[] first = [.. sampled.Except(plain).Except(OwnFacades)];
        Assert.Equal([OwnAssembly], first);
        Assert.DoesNotContain(OwnAssembly, plain);
    }
}
