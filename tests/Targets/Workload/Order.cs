namespace Workload;

internal sealed record Order(int Number, string Customer, List<decimal> Prices);
