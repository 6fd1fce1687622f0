namespace Tripod.Proof.Tracing;

/// <summary>How frames of the log compare with the stack traces that the programs have written down of themselves.</summary>
internal sealed class TraceCounts
{
    /// <summary>Traces that the log was compared with, each time that it shows them.</summary>
    public long Traces { get; set; }

    /// <summary>Frames of the right method on the right line.</summary>
    public long Right { get; set; }

    /// <summary>Frames of the right method for which the log tells no line.</summary>
    public long WithoutLine { get; set; }

    /// <summary>Frames on whose line the two differ, where the program tells none, or one that does not make the call, as the log's does.</summary>
    public long OwnLineWrong { get; set; }

    /// <summary>Frames that the log should have and has not, and those that it has and should not.</summary>
    public List<string> MethodsWrong { get; } = [];

    /// <summary>Frames that the log puts on a wrong line.</summary>
    public List<string> LinesWrong { get; } = [];

    public long Missing { get; set; }

    public long Extra { get; set; }
}
