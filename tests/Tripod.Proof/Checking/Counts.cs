namespace Tripod.Proof.Checking;

/// <summary>How often each verdict fell.</summary>
internal sealed class Counts
{
    private readonly long[] _counts = new long[Enum.GetValues<Verdict>().Length];

    public long this[Verdict verdict] => _counts[(int)verdict];

    public long Total => _counts.Sum();

    /// <summary>Right ones in a hundred of those that have a value.</summary>
    public double Share => Total == this[Verdict.NotAssigned] ? 100 : 100.0 * this[Verdict.Right] / (Total - this[Verdict.NotAssigned]);

    public void Add(Verdict verdict) => _counts[(int)verdict]++;

    public void Add(Counts other)
    {
        for (int i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
    }
}
