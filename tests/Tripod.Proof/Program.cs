// Proves that what Tripod shows is right: runs generated programs whose every value follows from its name, and counts.
// dotnet run -c Release --project tests/Tripod.Proof -- [--kinds debug,cold,warm,full,osr] [--values N] [--seconds N] [--seed N] [--keep FOLDER]
using Tripod.Proof.Checking;
using Tripod.Proof.Running;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: [--kinds debug,cold,warm,full,osr] [--values N] [--seconds N] [--seed N] [--keep FOLDER]");
    return 2;
}
bool isProven = true;
foreach (var kind in options.Kinds)
{
    var tally = ProofSeries.Run(options, kind);
    Report.Write(Console.Out, kind.Name, tally);
    isProven &= tally.IsProven;
}
return isProven ? 0 : 1;
