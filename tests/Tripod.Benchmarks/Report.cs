using System.Globalization;
using System.Runtime.InteropServices;

namespace Tripod.Benchmarks;

/// <summary>What the benchmark prints.</summary>
internal static class Report
{
    internal static void Machine()
    {
        Line($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
        Line($"{RuntimeInformation.OSDescription}");
    }

    /// <summary>The head of a table of series.</summary>
    internal static void Head(string title, string unit)
    {
        Line($"");
        Line($"{title}");
        Line($"{"",-52} {"median",10} {"p95",10} {"max",10} {"count",7}   [{unit}]");
    }

    internal static void Row(string name, Statistics values) =>
        Line($"{name,-52} {values.Median,10:F2} {values.P95,10:F2} {values.Max,10:F2} {values.Count,7}");

    internal static void Note(string note) => Line($"  {note}");

    internal static void Figures(IEnumerable<Figure> figures)
    {
        Line($"");
        foreach (Figure figure in figures)
            Line($"{(figure.IsReached ? "reached" : "MISSED "),-8} {figure.Promise}: {figure.Measured:G4} {figure.Unit}, at most {figure.Limit:G4}");
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
