namespace Tripod.Inspection;

/// <summary>A sample cannot be read at all; the message says why, in words for the log.</summary>
public sealed class InspectionException : Exception
{
    /// <summary>Creates it without a message.</summary>
    public InspectionException()
    {
    }

    /// <summary>Creates it with a message.</summary>
    public InspectionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and a cause.</summary>
    public InspectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
