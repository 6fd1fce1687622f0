namespace Workers;

/// <summary>What a customer wants to have packed.</summary>
internal sealed record Order(int Number, string Customer, IReadOnlyList<string> Products);
