using System.Globalization;
using Workers;

// A shop that is busy for twenty seconds, or for as many as its argument says:
// packers wait for orders, a price feed waits for its source, and the main thread computes recommendations.

if (!TryGetDuration(args, out TimeSpan duration))
{
    Console.Error.WriteLine("usage: Workers [SECONDS]");
    return 2;
}

using var closing = new CancellationTokenSource(duration);
var desk = new PackingDesk(packers: 3);
var prices = new PriceFeed(["apple", "bread", "cheese"]);

Console.WriteLine($"The shop is open for {duration.TotalSeconds} seconds");
desk.Open();
Task feed = prices.FollowAsync(closing.Token);
Task orders = desk.TakeOrdersAsync(closing.Token);

var recommendations = new Recommendations(customers: 100, products: 120);
while (!closing.IsCancellationRequested)
    recommendations.Refresh(closing.Token);

await Task.WhenAll(feed, orders);
desk.Close();
Console.WriteLine($"{desk.Packed} orders packed, {prices.Updates} prices updated, {recommendations.Pairs} pairs of products known");
return 0;

static bool TryGetDuration(string[] args, out TimeSpan duration)
{
    duration = TimeSpan.FromSeconds(20);
    if (args.Length == 0)
        return true;
    if (args.Length > 1 || !double.TryParse(args[0], CultureInfo.InvariantCulture, out double seconds) || seconds is not (> 0 and <= 86400))
        return false;
    duration = TimeSpan.FromSeconds(seconds);
    return true;
}
