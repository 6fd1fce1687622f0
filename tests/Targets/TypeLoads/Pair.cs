namespace TypeLoads;

internal readonly record struct Pair<TFirst, TSecond>(TFirst First, TSecond Second);
