namespace Tripod.Inspection.Stacks;

/// <summary>What a walk found.</summary>
internal sealed class WalkedStack
{
    /// <summary>Visible frames, the newest first.</summary>
    public List<WalkedFrame> Frames { get; } = [];

    /// <summary>Visible frames, older than these, that a limit left out.</summary>
    public int Omitted { get; set; }

    /// <summary>The walk came to the thread's first method.</summary>
    public bool ReachedRoot { get; set; }

    /// <summary>Why the frames are missing or incomplete; null if they are whole.</summary>
    public string? Problem { get; set; }
}
