using System.Globalization;
using Tripod.Proof.Checking;

namespace Tripod.Proof.Running;

/// <summary>Runs programs of one kind, with forced garbage collections and without, until enough values were judged.</summary>
internal static class ProofSeries
{
    // a kind that shows next to nothing ends too
    private const int MostRuns = 40;

    public static Tally Run(Options options, BuildKind kind)
    {
        string folder = options.Keep ?? Directory.CreateTempSubdirectory("tripod-proof-").FullName;
        var tally = new Tally();
        try
        {
            for (int i = 0; i < MostRuns && (i < 2 || tally.All.Total < options.Values); i++)
            {
                var run = new ProofRun(options.Seed + i / 2, kind, IsCollecting: i % 2 == 1, options.Seconds);
                string name = string.Create(CultureInfo.InvariantCulture, $"{kind.Name}-{run.Seed}{(run.IsCollecting ? "-gc" : "")}");
                run.Run(Path.Combine(folder, name), tally);
            }
        }
        finally
        {
            if (options.Keep is null)
                Directory.Delete(folder, recursive: true);
        }
        return tally;
    }
}
