namespace Tripod.Samples;

/// <summary>Something that the user can mend.</summary>
/// <param name="message">One line that says what is wrong and names the cure; text of the user's is in it as it is.</param>
public sealed class TripodException(string message) : Exception(message);
