namespace ManyValues;

internal sealed record Person(string Name, int Age);
