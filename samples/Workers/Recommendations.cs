namespace Workers;

/// <summary>
/// Who bought this also bought that: counts, for every customer, every pair of products in the basket, in one
/// dictionary that is keyed by text. This is the slow part, and the keys are why.
/// </summary>
internal sealed class Recommendations
{
    private readonly Dictionary<string, List<int>> _baskets = [];
    private readonly Dictionary<string, int> _timesBoughtTogether = [];

    public Recommendations(int customers, int products)
    {
        var random = new Random(7);
        for (int customer = 1; customer <= customers; customer++)
            _baskets[$"customer {customer}"] = [.. Enumerable.Range(1, products).Where(_ => random.Next(3) == 0)];
    }

    public int Pairs => _timesBoughtTogether.Count;

    public void Refresh(CancellationToken closing)
    {
        foreach ((string customer, List<int> basket) in _baskets)
            if (!closing.IsCancellationRequested)
                CountPairs(customer, basket);
    }

    private void CountPairs(string customer, List<int> basket)
    {
        foreach (int bought in basket)
            foreach (int also in basket)
                if (bought != also)
                    Count($"{customer}: {bought} and {also}");
    }

    private void Count(string pair)
    {
        _timesBoughtTogether.TryGetValue(pair, out int times);
        _timesBoughtTogether[pair] = times + 1;
    }
}
