namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Who has a lock.</summary>
/// <param name="ManagedId">The thread; null if it is not known.</param>
/// <param name="State">More to tell; null if there is nothing.</param>
internal readonly record struct Owner(int? ManagedId, string? State = null);
