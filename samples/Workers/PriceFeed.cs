namespace Workers;

/// <summary>Asynchronous work: between two prices it is on no thread at all.</summary>
internal sealed class PriceFeed(IReadOnlyList<string> products)
{
    private readonly Dictionary<string, decimal> _prices = [];

    public int Updates { get; private set; }

    public async Task FollowAsync(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
            foreach (string product in products)
                await UpdateAsync(product, closing);
    }

    private async Task UpdateAsync(string product, CancellationToken closing)
    {
        decimal? price = await FetchAsync(product, closing);
        if (price is null)
            return;
        _prices[product] = price.Value;
        Updates++;
    }

    /// <summary>Stands for a request over the network; null when the shop closes meanwhile.</summary>
    private static async Task<decimal?> FetchAsync(string product, CancellationToken closing)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(400), closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return closing.IsCancellationRequested ? null : product.Length * 0.45m;
    }
}
