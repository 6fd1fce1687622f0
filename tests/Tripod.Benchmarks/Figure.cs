namespace Tripod.Benchmarks;

/// <summary>One of the project's promises beside what was measured.</summary>
/// <param name="Promise">The promise in words.</param>
/// <param name="Measured">The measured quantity.</param>
/// <param name="Limit">What it may be at most.</param>
/// <param name="Unit">Unit of both.</param>
internal sealed record Figure(string Promise, double Measured, double Limit, string Unit)
{
    /// <summary>False also if nothing could be measured (NaN).</summary>
    internal bool IsReached => Measured <= Limit;
}
