namespace Tripod.Benchmarks;

/// <summary>Of one series, sorted; NaN if it is empty.</summary>
internal sealed class Statistics
{
    private readonly double[] _sorted;

    internal Statistics(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
    }

    internal int Count => _sorted.Length;

    internal double Median => Quantile(0.5);

    internal double P95 => Quantile(0.95);

    internal double Max => Quantile(1);

    /// <summary>The nearest rank: always a value that was measured.</summary>
    private double Quantile(double share) =>
        _sorted.Length == 0 ? double.NaN : _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
